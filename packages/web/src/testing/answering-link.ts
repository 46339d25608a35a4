import { ApolloLink, Observable } from '@apollo/client'

type Answer = {
  data?: Record<string, unknown>
  code?: string
  extensions?: Record<string, unknown>
  isOffline?: true
  after?: Promise<unknown>
}

/** What the server would answer, in order, by the name of the operation, `after` something else; the last answer stays. */
export type Script = Record<string, Answer | Answer[]>

export type Asked = { name: string; variables: Record<string, unknown> }

/** Answers from a script and remembers what was asked. An operation nobody expected fails the test by its name. */
export function answeringLink(script: Script): { link: ApolloLink; asked: Asked[] } {
  const asked: Asked[] = []
  const queues = new Map(Object.entries(script).map(([name, answers]) => [name, [answers].flat()]))
  const link = new ApolloLink(({ operationName = '', variables }) => {
    asked.push({ name: operationName, variables })
    const queue = queues.get(operationName)
    const answer = queue && (queue.length > 1 ? queue.shift() : queue[0])
    return new Observable((observer) => {
      const timer = setTimeout(async () => {
        await answer?.after
        if (!answer) return observer.error(new Error(`Nobody expected ${operationName}`))
        if (answer.isOffline) return observer.error(new TypeError('Failed to fetch'))
        const { code } = answer
        const errors = code ? [{ message: code, extensions: { code, ...answer.extensions } }] : undefined
        observer.next({ data: answer.data ?? null, ...(errors ? { errors } : {}) })
        observer.complete()
      }, 0)
      return () => clearTimeout(timer)
    })
  })
  return { link, asked }
}
