import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest'
import { accountOf } from '../../testing/network.js'
import { newPerson, type Person } from '../../testing/person.js'
import { TcpProxy } from '../../testing/tcp-proxy.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'

vi.setConfig({ testTimeout: 60_000 })

let testApp: TestApp
let line: TcpProxy
beforeAll(async () => {
  const { hostname, port } = new URL(inject('mongodbUri'))
  line = await TcpProxy.to({ host: hostname, port: Number(port) })
  const patience = 'serverSelectionTimeoutMS=300&connectTimeoutMS=300&socketTimeoutMS=1500'
  // Direct: the discovery of a replica set would lead past the proxy.
  testApp = await startTestApp(`mongodb://127.0.0.1:${line.port}/?directConnection=true&${patience}`)
})
afterEach(() => line.mend())
afterAll(async () => {
  await testApp.close()
  await line.close()
})

const UNAVAILABLE = {
  message: 'The service cannot answer right now. Try again in a few seconds.',
  extensions: { code: 'UNAVAILABLE' },
}
const back = () => vi.waitFor(async () => expect((await fetch(`${testApp.url}/readyz`)).status).toBe(200), 20_000)
const sessions = () => testApp.connection.collection('sessions').countDocuments()

/** Every request of a sign-in and a set-up that uses the database, each by a person who is ready for it. */
async function everyStep() {
  const [first, second, third, session] = await Promise.all(
    Array.from({ length: 4 }, () => newPerson(testApp).signUp()),
  )
  if (!first || !second || !third || !session) throw new Error('Four people were asked for.')
  await second.setUpApp()
  const { setupId } = await third.beginApp()
  await second.signIn()
  await testApp.settle()
  const verify = async (person: Person) => ({
    query: 'mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }',
    variables: { input: { method: 'AUTHENTICATOR_APP', code: await person.appCode() } },
  })
  const confirm = async (person: Person) => ({
    query: 'mutation($input: ConfirmSetupInput!) { confirmAuthenticatorSetup(input: $input) { __typename } }',
    variables: { input: { setupId, code: await person.appCode() } },
  })
  const signIn = (person: Person) => ({
    query: 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }',
    variables: { input: { email: person.email, password: person.password } },
  })
  return {
    second,
    third,
    session,
    requests: [
      { by: session, ...{ query: '{ viewer { email } }', variables: {} } },
      { by: first, ...signIn(first) },
      { by: second, ...(await verify(second)) },
      { by: third, ...(await confirm(third)) },
    ],
  }
}

test.each([
  ['away', () => line.cut()],
  ['there and says nothing', () => line.clog()],
])(
  'L01 while the database is %s each step is refused with a word, and afterwards goes on without a restart',
  async (_, happen) => {
    const { requests, second, third, session } = await everyStep()
    const before = await sessions()
    happen()
    const answers = await Promise.all(requests.map(({ by, query, variables }) => by.browser.ask(query, variables)))
    for (const { errors } of answers) expect(errors).toMatchObject([UNAVAILABLE])
    const refused = await session.browser.post({ query: '{ viewer { email } }' })
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '3'])
    expect((await fetch(`${testApp.url}/readyz`)).status, 'a load balancer sees it').toBe(503)
    expect((await fetch(`${testApp.url}/healthz`)).status, 'and not to kill it').toBe(200)

    line.mend()
    await back()
    expect(await sessions(), 'no session came of it').toBeLessThanOrEqual(before)
    expect(await session.viewer(), 'those who were signed in still are').toMatchObject({ email: session.email })
    expect(
      await third.confirmApp(
        (requests[3] as { variables: { input: { setupId: string } } }).variables.input.setupId,
        await third.appCode(),
      ),
    ).toMatchObject({
      __typename: 'TwoFactorSetUp',
    })
    testApp.clock.advance(30_000)
    await second.signIn()
    expect(await second.verify('AUTHENTICATOR_APP', await second.appCode())).toMatchObject({ __typename: 'SignedIn' })
    expect((await accountOf(testApp, second)).attempts.inARow).toBe(0)
  },
)

test('L01 a database that goes away in the middle of an answer gives no session', async () => {
  const ada = await (await newPerson(testApp).signUp()).setUpApp()
  await ada.signIn()
  await testApp.settle()
  const before = await sessions()
  const onCommand = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }) => {
    if (commandName === 'insert' && command.insert === 'sessions') line.cut()
  }
  const client = testApp.connection.getClient()
  client.on('commandStarted', onCommand)
  const { errors } = await ada.browser.ask(
    'mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }',
    { input: { method: 'AUTHENTICATOR_APP', code: await ada.appCode() } },
  )
  client.off('commandStarted', onCommand)
  expect(errors).toMatchObject([UNAVAILABLE])
  expect(ada.browser.cookies.has('twinlock_session')).toBe(false)
  line.mend()
  await back()
  expect(await sessions()).toBe(before)
})

test('an outage is logged when it begins and when it ends, and not with each request that it refuses', () => {
  const lines = testApp.logs().split('\n')
  expect(lines.filter((line) => line.includes('The database is unavailable'))).toHaveLength(1)
  expect(lines.some((line) => line.includes('The database is available again'))).toBe(true)
  expect(lines.filter((line) => line.includes('A request failed'))).toEqual([])
})

test('what the log says of it names no password, code or address of the database', () => {
  expect(testApp.logs()).toContain('"level":50')
  expect(testApp.logs()).not.toContain('correct horse')
})
