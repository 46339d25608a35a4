import type { OperationVariables, RefetchQueriesInclude, TypedDocumentNode } from '@apollo/client'
import { useState } from 'react'
import { useAct } from '../api/use-act'
import { toast, type Undo } from '../ui/toast'
import { useFieldProblems, useRefusals } from './use-refusals'

type Named = { __typename: string }
type Refused = Named & { fields: readonly { field: string }[] }
type Done<Answer, Name extends string> = Answer extends Named ? Extract<Answer, { __typename: Name }> : Answer

type Options<Answer, Name extends string> = {
  onClose: () => void
  /** The answer that means it is done, where there are others. */
  done?: Name & (Answer extends { __typename: infer Names } ? Names : never)
  /** Why it was refused, where the place knows it better than the list of refusals. */
  refusalOf?: (answer: Answer) => string | undefined
  /** The names of the controls that say themselves what is wrong with them. */
  fields?: readonly string[]
  refetch?: RefetchQueriesInclude
}

/** What a dialog changes: it says so and closes, or shows why not. What is returned beside `change` is the dialog's. */
export function useChange<Data, Variables extends OperationVariables, Name extends string>(
  mutation: TypedDocumentNode<Data, Variables>,
  { onClose, done, refusalOf, fields = [], ...options }: Options<Data[keyof Data], Name>,
) {
  type Answer = Data[keyof Data]
  const { textOf } = useRefusals()
  const { run, isBusy, failure } = useAct(mutation as TypedDocumentNode<Data>, options)
  const { problems, refuse } = useFieldProblems()
  const [problem, setProblem] = useState<string>()
  const set = async (variables: Variables): Promise<Done<Answer, Name> | undefined> => {
    const answer = await run(variables)
    const refused = (answer ?? {}) as Partial<Refused>
    const isOwn = ({ field }: { field: string }) => fields.includes(field.split('.').at(-1) ?? field)
    const own = refused.fields?.filter(isOwn) ?? []
    const rest = refused.fields?.filter((one) => !isOwn(one)) ?? []
    refuse(own)
    // What no field says, the dialog says.
    const isSaid = own.length > 0 && rest.length === 0
    setProblem(answer && (refusalOf?.(answer) ?? (isSaid ? undefined : textOf({ ...refused, fields: rest }))))
    return answer && (!done || refused.__typename === done) ? (answer as Done<Answer, Name>) : undefined
  }
  /**
   * @param said once it is done; without, the dialog goes on
   * @param undo what reverses it, where something does
   * @returns the answer, once it is done
   */
  const change = async (
    variables: Variables,
    said?: string | ((answer: Done<Answer, Name>) => string),
    undo: Variables | Undo | null = null,
  ) => {
    const answer = await set(variables)
    if (!answer || said === undefined) return answer
    toast(
      typeof said === 'string' ? said : said(answer),
      typeof undo === 'function' ? undo : undo && (async () => Boolean(await set(undo))),
    )
    onClose()
    return answer
  }
  return { change, refuse, isBusy, failure, problem, problems, onClose }
}
