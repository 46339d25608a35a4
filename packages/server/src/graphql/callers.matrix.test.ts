import { limits } from '@twinlock/shared/limits'
import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { documentFor, type RootField, rootFieldsOf, sampleArguments } from '../testing/documents.js'
import { integratorOf } from '../testing/integrator.js'
import { putNetwork } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import type { GraphqlAnswer } from '../testing/test-browser.js'
import { expectations, guardedTypes, type Reach } from './callers.fixture.js'

type Caller = { ask(query: string, variables: Record<string, unknown>): Promise<GraphqlAnswer<unknown>> }
const names = ['nobody', 'half', 'setUp', 'weak', 'overdue', 'guest', 'member', 'admin', 'stranger', 'key'] as const
type CallerName = (typeof names)[number]

/** The error for a caller whom the field is not for; null: it is for them. */
const refusals: Record<Reach, Partial<Record<CallerName, string>>> = {
  anybody: { key: 'FORBIDDEN' },
  'set-up': { nobody: 'UNAUTHENTICATED', half: 'UNAUTHENTICATED', key: 'FORBIDDEN' },
  account: { nobody: 'UNAUTHENTICATED', half: 'UNAUTHENTICATED', setUp: 'UNAUTHENTICATED', key: 'FORBIDDEN' },
  network: {
    nobody: 'UNAUTHENTICATED',
    half: 'UNAUTHENTICATED',
    setUp: 'UNAUTHENTICATED',
    weak: 'TWO_FACTOR_REQUIRED',
    overdue: 'TWO_FACTOR_SETUP_REQUIRED',
    stranger: 'NOT_FOUND',
    key: 'FORBIDDEN',
  },
  admin: {
    nobody: 'UNAUTHENTICATED',
    half: 'UNAUTHENTICATED',
    setUp: 'UNAUTHENTICATED',
    weak: 'TWO_FACTOR_REQUIRED',
    overdue: 'TWO_FACTOR_SETUP_REQUIRED',
    guest: 'FORBIDDEN',
    member: 'FORBIDDEN',
    stranger: 'NOT_FOUND',
    key: 'FORBIDDEN',
  },
  thing: {
    nobody: 'UNAUTHENTICATED',
    half: 'UNAUTHENTICATED',
    setUp: 'UNAUTHENTICATED',
    weak: 'NOT_FOUND',
    overdue: 'NOT_FOUND',
    guest: 'NOT_FOUND',
    member: 'NOT_FOUND',
    admin: 'NOT_FOUND',
    stranger: 'NOT_FOUND',
    key: 'FORBIDDEN',
  },
  'key-only': {
    nobody: 'UNAUTHENTICATED',
    half: 'UNAUTHENTICATED',
    setUp: 'UNAUTHENTICATED',
    weak: 'FORBIDDEN',
    overdue: 'FORBIDDEN',
    guest: 'FORBIDDEN',
    member: 'FORBIDDEN',
    admin: 'FORBIDDEN',
    stranger: 'FORBIDDEN',
    key: 'FORBIDDEN',
  },
  member: {
    nobody: 'UNAUTHENTICATED',
    half: 'UNAUTHENTICATED',
    setUp: 'UNAUTHENTICATED',
    stranger: 'NOT_FOUND',
    key: 'FORBIDDEN',
  },
}

let testApp: TestApp
let schema: GraphQLSchema
let fields: RootField[]
let callers: Record<CallerName, Caller>
let known: Record<string, unknown>
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  const { data } = await testApp.browser().ask(getIntrospectionQuery())
  schema = buildClientSchema(data as never)
  fields = rootFieldsOf(schema)
  callers = await everyKindOfCaller()
})
afterAll(() => testApp.close())

/** One of each, in or before a network that requires an authenticator app; nothing they proved is fresh any more. */
async function everyKindOfCaller(): Promise<Record<CallerName, Caller>> {
  const withApp = async () => (await newPerson(testApp).signUp()).setUpApp()
  const signedIn = async (person: Person) => {
    await person.signIn()
    await person.verify('AUTHENTICATOR_APP', await person.appCode())
    return person
  }
  const [member, guest, admin, stranger] = [await withApp(), await withApp(), await withApp(), await withApp()]
  const weak = await (await withApp()).setUpSms('+491701234591')
  const [overdue, setUp, half] = [await newPerson(testApp).signUp(), await newPerson(testApp).signUp(), await withApp()]

  const network = await putNetwork(testApp, [member, overdue, setUp, weak, half], {
    deadlineIn: -24,
    methods: ['AUTHENTICATOR_APP'],
  })
  await putNetwork(testApp, [guest], { role: 'GUEST', into: network })
  await putNetwork(testApp, [admin], { role: 'ADMIN', into: network })
  await putNetwork(testApp, [stranger], { role: 'ADMIN' })
  for (const person of [member, guest, admin, stranger]) await signedIn(person)
  const key = await integratorOf(testApp, admin, { id: network._id, slug: network.slug }, { scopes: ['network:read'] })

  await weak.signIn()
  await weak.browser.field('mutation { sendSignInCode { __typename } }')
  await weak.verify('SMS', await weak.textedCode())
  testApp.clock.advance(limits.freshEvidence)
  await half.signIn()
  await setUp.signIn()
  known = { networkId: network._id, slug: network.slug, role: 'MEMBER' }
  return {
    nobody: testApp.browser(),
    half: half.browser,
    setUp: setUp.browser,
    weak: weak.browser,
    overdue: overdue.browser,
    guest: guest.browser,
    member: member.browser,
    admin: admin.browser,
    stranger: stranger.browser,
    key,
  }
}

function expectedOf(coordinate: string, caller: CallerName): string | null {
  const expectation = expectations[coordinate]
  if (!expectation) return null
  // A key with another scope learns which one it lacks; this one reads its network.
  if (caller === 'key') {
    if (expectation.key === 'any' || expectation.key === 'network:read') return null
    return 'FORBIDDEN'
  }
  return refusals[expectation.reach][caller] ?? null
}

test('each root field has its line in the table, and each line its field', () => {
  expect(fields.map(({ coordinate }) => coordinate).sort()).toEqual(Object.keys(expectations).sort())
})

describe.each(names)('called by: %s', (caller) => {
  test(
    caller === 'half' ? 'A01 the password alone reaches nothing' : 'each root field answers as it should',
    async () => {
      const answers: Record<string, unknown> = {}
      const expected: Record<string, unknown> = {}
      for (const field of fields) {
        const { coordinate } = field
        const refusal = expectedOf(coordinate, caller)
        if (!expectations[coordinate] || (refusal === null && expectations[coordinate].spare)) continue
        const document = documentFor(field, sampleArguments(field, known))
        const answer = await callers[caller].ask(document.query, document.variables)
        answers[coordinate] = answerSeen(answer, refusal, expectations[coordinate].alsoSays)
        expected[coordinate] = refusal ?? 'let in'
      }
      expect(answers).toEqual(expected)
    },
  )
})

/** A permitted caller may still have to confirm, or learn that a thing is missing or not for their account. */
function answerSeen(
  { data, errors }: GraphqlAnswer<unknown>,
  refusal: string | null,
  alsoSays: string | undefined,
): string {
  const code = errors?.[0]?.extensions.code
  if (refusal === 'NOT_FOUND' && !code && Object.values(data ?? {})[0] === null) return 'NOT_FOUND'
  if (refusal !== null) return code ?? 'let in'
  return !code || ['REAUTHENTICATION_REQUIRED', 'NOT_FOUND', alsoSays].includes(code) ? 'let in' : code
}

test('every field that leads into a network checks access to it', () => {
  const leading = fields.filter((field) => reaches(field).some((name) => guardedTypes.includes(name)))
  const insideNetwork: Reach[] = ['network', 'admin', 'thing']
  const unguarded = leading.filter(
    ({ coordinate }) => !insideNetwork.includes(expectations[coordinate]?.reach ?? 'anybody'),
  )
  expect(unguarded.map(({ coordinate }) => coordinate)).toEqual([])
  expect(leading.map(({ coordinate }) => coordinate)).toContain('Query.network')
})

/** Every object type that an answer of this field may hold, however deep. */
function reaches({ field }: RootField, seen = new Set<string>()): string[] {
  const visit = (name: string): void => {
    if (seen.has(name)) return
    seen.add(name)
    const type = schema.getType(name)
    if (isUnionType(type)) for (const member of type.getTypes()) visit(member.name)
    if (isObjectType(type)) for (const each of Object.values(type.getFields())) visit(getNamedType(each.type).name)
  }
  visit(getNamedType(field.type).name)
  return [...seen]
}
