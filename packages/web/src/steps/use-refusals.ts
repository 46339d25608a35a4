import { graphql } from '../generated/gql'
import { useTexts } from '../texts/use-texts'

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
