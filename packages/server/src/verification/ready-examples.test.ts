import { type ExampleName, examples } from '@twinlock/shared/ready-examples'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Integrator, integratorOf, networkOf, type OwnNetwork } from '../testing/integrator.js'
import { newPerson, type Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { RETURN_ADDRESS } from './verification.fixture.js'

let testApp: TestApp
let ada: Person
let network: OwnNetwork
let key: Integrator
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  ada = await (await newPerson(testApp).signUp()).setUpApp()
  network = await networkOf(ada)
  key = await integratorOf(testApp, ada, network, {
    scopes: ['network:read', 'members:read', 'verifications:write'],
    returnAddresses: [RETURN_ADDRESS],
  })
})
afterAll(() => testApp.close())

/** The example on the developers' page with the reader's own values: network, member, return address. */
async function run(caller: Pick<Integrator, 'ask'>, name: ExampleName) {
  const { query, variables } = examples[name]
  const { input, ...rest } = JSON.parse(variables || '{}')
  const own = { ...(rest.slug ? { slug: network.slug } : {}) }
  const filled = input && { input: { ...input, member: { email: ada.email }, returnUrl: RETURN_ADDRESS } }
  const { data, errors } = await caller.ask(query, { ...rest, ...own, ...filled })
  expect(errors).toBeUndefined()
  return data
}

test.each(['whoLacks', 'coverage', 'changes'] as const)(
  '%s is answered to an Admin and to a key alike',
  async (name) => {
    const security = Object.keys((await run(ada.browser, name)).network.security)
    expect(Object.keys((await run(key, name)).network.security)).toEqual(security)
  },
)

test('whoAmI identifies the caller', async () => {
  expect(await run(ada.browser, 'whoAmI')).toMatchObject({ viewer: { name: 'ada' }, integration: null })
  expect(await run(key, 'whoAmI')).toMatchObject({ viewer: null, integration: { name: 'Payroll' } })
})

test('a key starts a verification', async () => {
  const { startVerification } = await run(key, 'verification')
  expect(startVerification.verification).toMatchObject({ status: 'PENDING' })
})
