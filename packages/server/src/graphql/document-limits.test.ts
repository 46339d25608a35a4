import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accountOf } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
/** Half signed in. */
let ada: Person
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  ada = await (await newPerson(testApp).signUp()).setUpApp()
  await ada.signIn()
  await testApp.settle()
})
afterAll(() => testApp.close())

const codes = async (query: string, browser = testApp.browser()) => {
  const { errors } = await browser.ask(query)
  return errors?.map((error) => error.extensions.code) ?? []
}
const many = (count: number, part: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => part(place)).join(' ')

describe('C01 guesses in one document', () => {
  const guess = 'verifySecondStep(input: { method: AUTHENTICATOR_APP, code: "000000" }) { __typename }'
  test.each([
    ['500 aliases', `mutation { ${many(500, (place) => `a${place}: ${guess}`)} }`],
    ['fifteen aliases', `mutation { ${many(15, (place) => `a${place}: ${guess}`)} }`],
    ['two aliases', `mutation { a: ${guess} b: ${guess} }`],
    ['in a fragment', `mutation { a: ${guess} ...F } fragment F on Mutation { b: ${guess} }`],
    [
      'in a fragment of a fragment',
      `mutation { ...F } fragment F on Mutation { a: ${guess} ...G } fragment G on Mutation { b: ${guess} }`,
    ],
    ['in inline fragments', `mutation { ... { a: ${guess} } ... on Mutation { b: ${guess} } }`],
    ['with conditions', `mutation { a: ${guess} b: ${guess} @include(if: true) }`],
    ['in two mutations', `mutation { a: ${guess} reauthenticate(input: { password: "x" }) { __typename } }`],
    ['a sign-in beside it', `mutation { signIn(input: { email: "x", password: "x" }) { __typename } b: ${guess} }`],
    ['a change of the address beside it', `mutation { a: ${guess} confirmEmailChange(code: "x") { __typename } }`],
    ['two sign-ups', `mutation { a: resendConfirmationCode { __typename } b: resendConfirmationCode { __typename } }`],
    [
      'two set-ups',
      `mutation { beginAuthenticatorSetup { __typename } confirmAuthenticatorSetup(input: { setupId: "x", code: "x" }) { __typename } }`,
    ],
  ])('%s: none is judged', async (_, query) => {
    testApp.takeCommands()
    expect((await codes(query, ada.browser)).every((code) => /GRAPHQL_(VALIDATION|PARSE)_FAILED/.test(code))).toBe(true)
    expect(testApp.takeCommands(), 'before any resolver').toEqual([])
    expect((await accountOf(testApp, ada)).attempts.inARow).toBe(0)
  })

  test('the same field twice under one name is one field', async () => {
    await codes(`mutation { ...F ...F } fragment F on Mutation { ${guess} }`, ada.browser)
    expect((await accountOf(testApp, ada)).attempts.inARow).toBe(1)
    await testApp.settle()
  })
})

describe('K03 a document that is too much', () => {
  test.each([
    ['sixteen root fields', `{ ${many(16, (place) => `a${place}: viewer { id }`)} }`],
    [
      'D05 five hundred look-ups',
      `{ ${many(500, (place) => `a${place}: slugAvailability(slug: "s${place}") { __typename }`)} }`,
    ],
    ['ten thousand fields', `{ viewer { ${many(10_000, (place) => `a${place}: id`)} } }`],
    ['a thousand directives', `{ viewer ${many(1_000, () => '@skip(if: false)')} { id } }`],
    ['circular fragments', '{ ...A } fragment A on Query { viewer { id } ...B } fragment B on Query { ...A }'],
    ['a fragment of itself', '{ viewer { ...A } } fragment A on Viewer { id ...A }'],
    [
      'introspection of lists in lists',
      `{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`,
    ],
    ['many that overlap', `{ viewer { ${many(300, (place) => `... on Viewer { id name a${place}: email }`)} } }`],
    ['a list that does not end', `{ a: __type(name: "${'x'.repeat(10)}") { name } ${'{'.repeat(200)}`],
  ])('%s is refused before anything runs', async (_, query) => {
    testApp.takeCommands()
    const started = process.cpuUsage()
    const found = await codes(query)
    const { user } = process.cpuUsage(started)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((code) => /GRAPHQL_(VALIDATION|PARSE)_FAILED/.test(code))).toBe(true)
    expect(testApp.takeCommands()).toEqual([])
    // Loose, since the tests beside it share the process's clock; a bomb would take seconds.
    expect(user / 1_000, 'milliseconds of CPU').toBeLessThan(1_000)
  })

  test('eleven levels are said to be a mistake of the document, and ten are answered', async () => {
    const nested = (levels: number) =>
      `{ __type(name: "Query") ${'{ ofType '.repeat(levels - 2)} { name } ${'} '.repeat(levels - 2)} }`
    const answer = await testApp.browser().ask(nested(11))
    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining('depth limit of 10'), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ])
    expect(await codes(nested(10))).toEqual([])
  })

  test('fragments unfolded forty times are no levels', async () => {
    const inner = (depth: number): string => (depth === 0 ? '__typename' : `... on Viewer { ${inner(depth - 1)} }`)
    expect(await codes(`{ viewer { ${inner(40)} } }`), 'unfolding costs nothing').toEqual([])
  })

  test('the introspection that tools send is answered', async () => {
    const { getIntrospectionQuery } = await import('graphql')
    expect(await codes(getIntrospectionQuery())).toEqual([])
  })
})

describe('what a client writes in the place of a text reaches no resolver', () => {
  const signIn = 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }'
  test.each<[string, string]>([
    ['K07 an operator of the database', '{"email":{"$gt":""},"password":"x"}'],
    ['K07 a piece of a query', '{"email":"a@example.com","password":{"$where":"sleep(1)"}}'],
    ['K07 a prototype', '{"email":"a@example.com","password":"x","__proto__":{"isAdmin":true}}'],
    ['K07 a key with a dot', '{"email":"a@example.com","password":"x","a.b":1}'],
    ['K09 a field that there is not', '{"email":"a@example.com","password":"x","bypassOtp":true}'],
    ['K09 a list', '{"email":["a@example.com"],"password":"x"}'],
    ['K09 a number', '{"email":"a@example.com","password":1e309}'],
    ['K09 nothing', '{"email":null,"password":"x"}'],
  ])('%s', async (_, input) => {
    testApp.takeCommands()
    const answer = await testApp.browser().post(`{"query":${JSON.stringify(signIn)},"variables":{"input":${input}}}`)
    const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] }
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
    expect(testApp.takeCommands()).toEqual([])
  })
})

test('K05 no document is stored for later', async () => {
  const query = 'mutation { signOut }'
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } }
  const browser = testApp.browser()
  for (const body of [{ extensions }, { query, extensions }]) {
    const answer = await (await browser.post(body)).json()
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
  }
})

test('what a client sent is not repeated to it in an error', async () => {
  const secret = 'hunter2-hunter2'
  const signIn = 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }'
  const browser = testApp.browser()
  const answers = [
    await browser.ask(signIn, { input: { email: 'x', password: { value: secret } } }),
    await browser.ask(signIn, { input: { email: 'x', pasword: secret } }),
    await browser.ask(signIn, { input: secret }),
    await browser.ask(`mutation { signIn(input: { email: "x", password: ["${secret}"] }) { __typename } }`),
    await browser.ask(`mutation { signIn(input: "${secret}") { __typename } }`),
    await browser.ask(`mutation { signIn(input: { email: "x", password: 31415926535 }) { __typename } }`),
    await browser.ask(`mutation { signIn(input: { email: "x", password: "${secret} }) { __typename } }`),
  ]
  for (const answer of answers) {
    expect(answer.errors?.length).toBeGreaterThan(0)
    expect(JSON.stringify(answer)).not.toMatch(/hunter2|31415926535/)
  }
  expect(testApp.logs()).not.toMatch(/hunter2|31415926535/)
})
