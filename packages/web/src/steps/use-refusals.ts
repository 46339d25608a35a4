import { useState } from 'react'
import { graphql } from '../generated/gql'
import { useTexts } from '../texts/use-texts'
import type { FieldProblems } from '../ui/form'

graphql(`
  fragment InvalidFields on InvalidInput {
    fields {
      field
    }
  }
`)

type Refusal = { __typename?: string; fields?: readonly { field: string }[] }

/**
 * What the server refuses, in the reader's language, by the name of the answer and of the field. The sentences of the
 * server itself are English, for developers: no document of this app asks for them.
 */
export function useRefusals() {
  const { fields, answers } = useTexts('common').refusals
  const needOf = (field: string): string => {
    const name = field.split('.').at(-1) ?? field
    return name in fields ? fields[name as keyof typeof fields] : fields.other
  }
  return {
    /** What a field of an input needs. */
    needOf,
    /** Why nothing was done; undefined for an answer that refuses nothing. */
    textOf(answer: Refusal | null | undefined): string | undefined {
      if (!answer?.__typename) return undefined
      if (answer.__typename === 'InvalidInput')
        return [...new Set((answer.fields ?? []).map(({ field }) => needOf(field)))].join(' ') || fields.other
      return answer.__typename in answers ? answers[answer.__typename as keyof typeof answers] : undefined
    },
  }
}

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
