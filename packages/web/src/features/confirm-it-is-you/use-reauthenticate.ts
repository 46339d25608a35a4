import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { useApolloClient } from '@apollo/client/react'
import type { ReauthenticationNeed } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { type Failure, failureOf, interruptionCodeOf } from '../../api/failure'
import { graphql } from '../../generated/gql'
import type { ReauthenticateInput, ReauthenticateMutation } from '../../generated/graphql'

const REAUTHENTICATE = graphql(`
  mutation Reauthenticate($input: ReauthenticateInput!) {
    reauthenticate(input: $input) {
      ...WrongCode
      ...TooManyTries
    }
  }
`)

type Answer = ReauthenticateMutation['reauthenticate']
export type Outcome =
  | { kind: 'accepted'; stillOpen: readonly ReauthenticationNeed[] }
  | { kind: 'refused'; refusal: Exclude<Answer, { __typename: 'Reauthenticated' }> }
  | { kind: 'failure' }

/** Proves one thing. What is right is retained; the answer names what else is missing. */
export function useReauthenticate() {
  const client = useApolloClient()
  const [state, setState] = useState<{ isBusy: boolean; failure: Failure | null }>({ isBusy: false, failure: null })
  const reauthenticate = async (input: ReauthenticateInput): Promise<Outcome> => {
    setState({ isBusy: true, failure: null })
    const outcome = await client
      .mutate({ mutation: REAUTHENTICATE, variables: { input }, context: { isConfirmation: true } })
      .then(({ data }) => outcomeOf(data?.reauthenticate), outcomeOfError)
    setState({ isBusy: false, failure: outcome.kind === 'failure' ? outcome.failure : null })
    return outcome
  }
  return { reauthenticate, ...state }
}

function outcomeOf(answer: Answer | undefined): Outcome & { failure: Failure | null } {
  if (!answer) return { kind: 'failure', failure: { kind: 'unexpected' } }
  if (answer.__typename === 'Reauthenticated') return { kind: 'accepted', stillOpen: [], failure: null }
  return { kind: 'refused', refusal: answer, failure: null }
}

function outcomeOfError(error: unknown): Outcome & { failure: Failure | null } {
  if (interruptionCodeOf(error) !== 'REAUTHENTICATION_REQUIRED') return { kind: 'failure', failure: failureOf(error) }
  const needs = CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.needs : undefined
  return { kind: 'accepted', stillOpen: Array.isArray(needs) ? (needs as ReauthenticationNeed[]) : [], failure: null }
}
