import { buildSchema, GraphQLError, graphqlSync } from 'graphql'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { Interruption } from '../platform/errors/interruption.js'
import { createErrorFormatter } from './errors.js'

const lines: string[] = []
const format = createErrorFormatter(pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }))

const schema = buildSchema(`
  type Query { ask(text: String, count: Int, part: Float, isIt: Boolean, id: ID, kind: Kind, input: Input, list: [Int!]): Int }
  enum Kind { ONE TWO }
  input Input { password: String! }
`)
const SECRET = 'hunter2'

it.each([
  '{ ask(text: ["hunter2"]) }',
  '{ ask(count: "hunter2") }',
  '{ ask(part: "hunter2") }',
  '{ ask(isIt: "hunter2") }',
  '{ ask(id: { hunter2: 1 }) }',
  '{ ask(kind: "hunter2") }',
  '{ ask(kind: hunter2) }',
  '{ ask(input: "hunter2") }',
  '{ ask(list: ["hunter2"]) }',
  '{ ask(text: "a" "hunter2") }',
])('the words that refuse %s do not repeat the value', (source) => {
  const { errors = [] } = graphqlSync({ schema, source })
  expect(errors.length).toBeGreaterThan(0)
  for (const error of errors) {
    const { message } = format({ message: error.message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }, error)
    expect(message).not.toContain(SECRET)
    expect(message.length).toBeGreaterThan(8)
  }
})

it.each<[Record<string, unknown>, string]>([
  [{ input: { password: { value: SECRET } } }, 'got a value of the wrong kind at "input.password".'],
  [{ input: SECRET }, 'got a value of the wrong kind.'],
  [{ count: SECRET }, 'got a value of the wrong kind.'],
  [{ input: { pasword: SECRET } }, 'got a value of the wrong kind.'],
])('nor do those that refuse %j as variables', (variableValues, words) => {
  const name = Object.keys(variableValues)[0] ?? ''
  const type = name === 'input' ? 'Input' : 'Int'
  const { errors = [] } = graphqlSync({
    schema,
    source: `query($${name}: ${type}) { ask(${name}: $${name}) }`,
    variableValues,
  })
  const { message } = format({ message: errors[0]?.message ?? '', extensions: { code: 'BAD_USER_INPUT' } }, errors[0])
  expect(message).toBe(`Variable "$${name}" ${words}`)
})

it('an internal error is reported without its message, and logged with it', () => {
  const error = new GraphQLError('E11000 duplicate key', { originalError: new Error('E11000 duplicate key') })
  expect(format({ message: error.message, extensions: { code: 'INTERNAL_SERVER_ERROR' } }, error)).toEqual({
    message: 'Something went wrong on our side. Try again in a moment.',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  })
  expect(lines.at(-1)).toContain('E11000')
})

it('an interruption is reported by its code, with what it needs', () => {
  const cause = new Interruption('REAUTHENTICATION_REQUIRED', 'Confirm it is you.', { needs: ['PASSWORD'] })
  const error = new GraphQLError(cause.message, { originalError: cause, path: ['x'] })
  expect(format({ message: error.message, path: ['x'] }, error)).toEqual({
    message: 'Confirm it is you.',
    path: ['x'],
    extensions: { code: 'REAUTHENTICATION_REQUIRED', needs: ['PASSWORD'] },
  })
})
