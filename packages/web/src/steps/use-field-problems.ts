import { useState } from 'react'
import type { FieldProblems } from '../ui/form'
import { useRefusals } from './use-refusals'

type State = {
  problems: FieldProblems | null
  /** @returns whether there is any. */
  refuse(problems: FieldProblems | readonly { field: string }[]): boolean
}

/** What is wrong with which field; from the form's own look at it, or from the server's answer. */
export function useFieldProblems(): State {
  const { needOf } = useRefusals()
  const [problems, setProblems] = useState<FieldProblems | null>(null)
  const refuse: State['refuse'] = (found) => {
    const byField: FieldProblems = isList(found)
      ? Object.fromEntries(found.map(({ field }) => [field.split('.').at(-1) ?? field, needOf(field)]))
      : found
    const isAny = Object.keys(byField).length > 0
    setProblems(isAny ? byField : null)
    return isAny
  }
  return { problems, refuse }
}

const isList = (found: Parameters<State['refuse']>[0]): found is readonly { field: string }[] => Array.isArray(found)
