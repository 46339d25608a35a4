import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import { useQuery } from '@apollo/client/react'
import { type ReactNode, useState } from 'react'
import { Button } from '../ui/button'
import { Skeleton } from '../ui/skeleton'
import { failureOf } from './failure'
import { FailureCallout } from './failure-callout'

type Page = { pageInfo: { hasNextPage: boolean; endCursor?: string | null } }

/**
 * A list that comes page by page, one behind the other; the one before stays until another search is answered.
 * @param pageOf the list in the answer
 */
export function usePages<Data, Variables extends OperationVariables, P extends Page>(
  query: TypedDocumentNode<Data, Variables>,
  variables: NoInfer<Variables>,
  pageOf: (data: Data) => P | null | undefined,
) {
  const result = useQuery(query as TypedDocumentNode<Data>, { variables })
  const [moreFailed, setMoreFailed] = useState<unknown>()
  const data = (result.data ?? result.previousData) as Data | undefined
  const page = (data && pageOf(data)) ?? undefined
  const more = async () => {
    setMoreFailed(undefined)
    const variables = { after: page?.pageInfo.endCursor ?? null }
    await result.fetchMore({ variables }).catch(setMoreFailed)
  }
  return {
    data,
    page,
    hasMore: page?.pageInfo.hasNextPage ?? false,
    more: () => void more(),
    isLoading: result.loading,
    error: result.error ?? moreFailed,
    /** Tries again what failed. */
    refetch: moreFailed === undefined ? () => result.refetch() : more,
  }
}

type Props = {
  list: {
    page: unknown
    hasMore: boolean
    more: () => void
    isLoading: boolean
    error: unknown
    refetch: () => unknown
  }
  /** Said where the list is there and has nothing. */
  none: string | null
  more: string
  children: ReactNode
}

/** The list, or what holds its place; that there is nothing; and the way to more. */
export function PagedList({ list, none, more, children }: Props) {
  return (
    <>
      <FailureCallout failure={failureOf(list.error)} onRetry={() => void list.refetch()} />
      {list.page ? children : list.error ? null : <Skeleton lines={6} />}
      <p role="status" className="py-2 text-muted">
        {list.isLoading ? null : none}
      </p>
      {list.hasMore ? (
        <Button isInert={list.isLoading} onClick={list.more}>
          {more}
        </Button>
      ) : null}
    </>
  )
}
