import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { useApolloClient } from '@apollo/client/react'
import type { ReauthenticationNeed } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { interruptionCodeOf, type Trouble, troubleOf } from '../../api/trouble'
import { graphql } from '../../generated/gql'
import type { ReauthenticateInput, ReauthenticateMutation } from '../../generated/graphql'

const REAUTHENTICATE = graphql(`
  mutation Reauthenticate($input: ReauthenticateInput!) {
    reauthenticate(input: $input) {
      ... on Reauthenticated {
        until
      }
      ... on InvalidCode {
        attemptsLeft
        alreadyUsed
        clockOffsetSeconds
        isOver
      }
      ... on TooManyAttempts {
        retryAt
        remedy
      }
    }
  }
`)

type Answer = ReauthenticateMutation['reauthenticate']
export type Outcome =
  | { kind: 'accepted'; stillOpen: readonly ReauthenticationNeed[] }
  | { kind: 'refused'; refusal: Exclude<Answer, { __typename: 'Reauthenticated' }> }
  | { kind: 'trouble' }

/** Proves one thing. What is right is retained; the answer names what else is missing. */
export function useReauthenticate() {
  const client = useApolloClient()
  const [state, setState] = useState<{ isBusy: boolean; trouble: Trouble | null }>({ isBusy: false, trouble: null })
  const reauthenticate = async (input: ReauthenticateInput): Promise<Outcome> => {
    setState({ isBusy: true, trouble: null })
    const outcome = await client
      .mutate({ mutation: REAUTHENTICATE, variables: { input }, context: { isConfirmation: true } })
      .then(({ data }) => outcomeOf(data?.reauthenticate), outcomeOfError)
    setState({ isBusy: false, trouble: outcome.kind === 'trouble' ? outcome.trouble : null })
    return outcome
  }
  return { reauthenticate, ...state }
}

function outcomeOf(answer: Answer | undefined): Outcome & { trouble: Trouble | null } {
  if (!answer) return { kind: 'trouble', trouble: { kind: 'unexpected' } }
  if (answer.__typename === 'Reauthenticated') return { kind: 'accepted', stillOpen: [], trouble: null }
  return { kind: 'refused', refusal: answer, trouble: null }
}

function outcomeOfError(error: unknown): Outcome & { trouble: Trouble | null } {
  if (interruptionCodeOf(error) !== 'REAUTHENTICATION_REQUIRED') return { kind: 'trouble', trouble: troubleOf(error) }
  const needs = CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.needs : undefined
  return { kind: 'accepted', stillOpen: Array.isArray(needs) ? (needs as ReauthenticationNeed[]) : [], trouble: null }
}
