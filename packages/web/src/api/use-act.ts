import type { OperationVariables, RefetchQueriesInclude, TypedDocumentNode } from '@apollo/client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useApiClient } from './api-client'
import { type Failure, failureOf } from './failure'

type Arguments<Variables> = Variables extends Record<string, never> ? [] : [variables: Variables]

/** A mutation of this app has one field; what that answers is the answer. */
type Answer<Data> = Data[keyof Data]

export type Act<Data, Variables> = {
  /** Resolves with the answer; with undefined when failure is shown, or the person went elsewhere. Never rejects. */
  run(...args: Arguments<Variables>): Promise<Answer<Data> | undefined>
  isBusy: boolean
  failure: Failure | null
}

type Options = {
  /** The act is itself how they confirm that it is them: what it lacks is shown here, and leads nowhere. */
  isConfirmation?: boolean
  /** The queries that the page shows and that it changes. */
  refetch?: RefetchQueriesInclude
}

/** One thing a person does: a mutation, whether it is under way, and what stopped it. */
export function useAct<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  { isConfirmation = false, refetch }: Options = {},
): Act<Data, Variables> {
  const loadClient = useApiClient()
  const [state, setState] = useState<{ isBusy: boolean; failure: Failure | null }>({ isBusy: false, failure: null })
  const latestRefetch = useRef(refetch)
  useEffect(() => {
    latestRefetch.current = refetch
  })
  const run = useCallback(
    async (...args: Arguments<Variables>) => {
      setState({ isBusy: true, failure: null })
      try {
        const variables = (args[0] ?? {}) as Variables
        const client = await loadClient()
        const { data } = await client.mutate({ mutation, variables, context: { isConfirmation } })
        setState({ isBusy: false, failure: null })
        if (latestRefetch.current) void client.refetchQueries({ include: latestRefetch.current })
        return Object.values(data ?? {})[0] as Answer<Data> | undefined
      } catch (error) {
        setState({ isBusy: false, failure: failureOf(error) })
        return undefined
      }
    },
    [loadClient, mutation, isConfirmation],
  )
  return { run, ...state }
}

/** An act whose variables are known beforehand. */
export function useActOn<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Act<Data, Record<string, never>> {
  const { run, ...state } = useAct(mutation)
  return { run: () => run(...([variables] as Arguments<Variables>)), ...state }
}
