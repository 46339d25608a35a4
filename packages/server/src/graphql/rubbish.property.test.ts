import fc from 'fast-check'
import {
  buildClientSchema,
  type GraphQLInputType,
  getIntrospectionQuery,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from 'graphql'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { documentFor, type RootField, rootFieldsOf } from '../testing/documents.js'
import { putNetwork } from '../testing/network.js'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import type { TestBrowser } from '../testing/test-browser.js'

/** They would end the sessions that the others are called with. */
const sparing = new Set(['signOut', 'cancelSignIn', 'continueToOtherNetworks', 'leaveNetwork', 'turnOffTwoFactor'])
/** Said by nothing that answers as it should: traces, and the words of what we are built of. */
const INSIDES = /INTERNAL_SERVER_ERROR|node_modules|\bat [^"]*:\d+:\d+|mongo|BSON|E11000|CastError|TypeError|undefined/i

let testApp: TestApp
let fields: RootField[]
let callers: Record<string, TestBrowser>
let places: string[]
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  const { data } = await testApp.browser().ask(getIntrospectionQuery())
  fields = rootFieldsOf(buildClientSchema(data as never)).filter(({ field }) => !sparing.has(field.name))
  const owner = await (await newPerson(testApp).signUp()).setUpApp()
  const half = await (await newPerson(testApp).signUp()).setUpApp()
  const setUp = await newPerson(testApp).signUp()
  const network = await putNetwork(testApp, [owner], { role: 'OWNER' })
  await putNetwork(testApp, [setUp], { deadlineIn: -1 })
  await half.signIn()
  await setUp.signIn()
  callers = { nobody: testApp.browser(), half: half.browser, setUp: setUp.browser, owner: owner.browser }
  places = [network._id, network.slug]
})
afterAll(() => testApp.close())

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    '0',
    '-1',
    'null',
    '[object Object]',
    '__proto__',
    'constructor',
    '$where',
    '{"$gt":""}',
    '{"$ne":null}',
    "'; return true; //",
    'a.b.$',
    '../../etc/passwd',
    '%00',
    '%s%n',
    '\r\nBcc: x@example.com',
    '<script>alert(1)</script>',
    '\u001b[31m',
    'x'.repeat(70_000),
    '９'.repeat(6),
    'ﷺ'.repeat(2_000),
    '1e309',
    '2026-05-12T10:00:00.000Z',
    'x@example.com',
    '+491701234567',
    '000000',
  ),
)
const numbers = fc.constantFrom(0, -0, -1, 1, 2 ** 31 - 1, -(2 ** 31), 2 ** 53, 0.5, 99_999_999)
const anyJson = fc.oneof(
  nasty,
  numbers,
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom({ $gt: '' }, { $where: 'sleep(1000)' }, [[[]]], { length: 1e9 }, { toString: null }),
)

/** Values of the right type, as bad as such values can be. */
function typed(type: GraphQLInputType): fc.Arbitrary<unknown> {
  const plain = getNullableType(type)
  const orNull = (values: fc.Arbitrary<unknown>) => (plain === type ? fc.option(values, { freq: 6 }) : values)
  if (isListType(plain)) return orNull(fc.array(typed(plain.ofType), { maxLength: 3 }))
  if (isEnumType(plain)) return orNull(fc.constantFrom(...plain.getValues().map(({ name }) => name)))
  if (isInputObjectType(plain))
    return orNull(
      fc.record(Object.fromEntries(Object.values(plain.getFields()).map((field) => [field.name, typed(field.type)]))),
    )
  switch (plain.name) {
    case 'Int':
      return orNull(fc.integer())
    case 'Boolean':
      return orNull(fc.boolean())
    default:
      return orNull(fc.oneof({ weight: 6, arbitrary: nasty }, { weight: 1, arbitrary: fc.constantFrom(...places) }))
  }
}

async function ask(browser: TestBrowser, body: unknown): Promise<string> {
  const response = await browser.post(body)
  expect(response.status).toBeLessThan(500)
  return response.text()
}

test('K07 rubbish of the right type in every argument gets a proper answer, for every kind of caller', async () => {
  const calls = fc.constantFrom(...fields).chain((field) =>
    fc.record({
      field: fc.constant(field),
      caller: fc.constantFrom(...Object.keys(callers)),
      values: fc.record(Object.fromEntries(field.field.args.map(({ name, type }) => [name, typed(type)]))),
    }),
  )
  await fc.assert(
    fc.asyncProperty(calls, async ({ field, caller, values }) => {
      const answer = await ask(callers[caller] as TestBrowser, documentFor(field, values))
      expect(answer.replaceAll(JSON.stringify(values), ''), `${field.coordinate} by ${caller}`).not.toMatch(INSIDES)
    }),
    { numRuns: 500, seed: 20_260_512, endOnFailure: true },
  )
}, 120_000)

test('K09 rubbish of any type in every argument is refused or answered with words', async () => {
  const calls = fc.constantFrom(...fields.filter(({ field }) => field.args.length > 0)).chain((field) =>
    fc.record({
      field: fc.constant(field),
      caller: fc.constantFrom(...Object.keys(callers)),
      values: fc.record(Object.fromEntries(field.field.args.map(({ name }) => [name, anyJson]))),
    }),
  )
  await fc.assert(
    fc.asyncProperty(calls, async ({ field, caller, values }) => {
      const answer = await ask(callers[caller] as TestBrowser, documentFor(field, values))
      expect(answer, `${field.coordinate} by ${caller}`).not.toMatch(INSIDES)
    }),
    { numRuns: 300, seed: 20_260_513, endOnFailure: true },
  )
}, 120_000)

test('rubbish instead of a request is refused with words', async () => {
  const bodies = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.json(),
    fc.record(
      { query: anyJson, variables: anyJson, operationName: anyJson, extensions: anyJson },
      { requiredKeys: [] },
    ),
    fc
      .string({
        unit: fc.constantFrom('{', '}', '(', ')', ':', '$', '!', '...', ' ', 'query', 'viewer', '"', '@', 'on'),
        maxLength: 60,
      })
      .map((query) => ({ query })),
  )
  await fc.assert(
    fc.asyncProperty(bodies, async (body) => {
      const answer = await ask(callers.owner as TestBrowser, body)
      expect(answer).not.toMatch(INSIDES)
    }),
    { numRuns: 300, seed: 20_260_514, endOnFailure: true },
  )
}, 120_000)

test('malformed requests are never logged as server errors', () => {
  const faults = testApp
    .logs()
    .split('\n')
    .filter((line) => line.includes('"level":50'))
  expect(faults).toEqual([])
})
