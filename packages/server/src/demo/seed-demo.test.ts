import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { NetworkErasureService } from '../life/erasure/network-erasure.service.js'
import { NetworkStore } from '../networks/network.store.js'
import { PasswordHasher } from '../platform/crypto/password-hasher.js'
import { Integrator } from '../testing/integrator.js'
import { Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { seedDemo } from './seed-demo.js'

let testApp: TestApp
let password: string
let key: string
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'), { env: { TWINLOCK_EMBEDDED: '1', TWINLOCK_DEMO: 'on' } })
  const { connection, keyRing, clock, app } = testApp
  const printed = await seedDemo({ connection, keyRing, hasher: app.get(PasswordHasher), now: clock.now() })
  password = printed?.match(/shown only once: (\S+)/)?.[1] ?? ''
  key = printed?.match(/twl_\S+/)?.[0] ?? ''
})
afterAll(() => testApp.close())

const demo = (email: string) => new Person(testApp, testApp.browser(), email, password)

test('the Admin of the demo signs in with the code from the inbox', async () => {
  const maria = demo('maria.lopez@acme.example')
  maria.phone = '+447700900100'
  expect(await maria.signIn()).toMatchObject({ __typename: 'SecondStepRequired', preferred: 'SMS' })
  expect(await maria.verify('SMS', await maria.textedCode())).toMatchObject({ __typename: 'SignedIn' })
})

test.each([
  ['ben.okafor@acme.example', 'SignedIn', 'GRACE'],
  ['julia.schmidt@acme.example', 'SignedIn', 'GRACE'],
  ['gina.guest@acme.example', 'SignedIn', 'GRACE'],
])('%s has access until the deadline', async (email, step, standing) => {
  expect(await demo(email).signIn()).toMatchObject({ __typename: step, viewer: { memberships: [{ standing }] } })
})

test('a member who joined after the activation is led to the set-up', async () => {
  expect(await demo('chloe.martin@acme.example').signIn()).toMatchObject({
    __typename: 'SetUpRequired',
    networks: [{ slug: 'acme' }],
  })
})

test('the demo key lists members without two-factor authentication', async () => {
  const asked = await new Integrator(testApp.url, key).field(
    '{ network(slug: "acme") { security { members(where: { hasTwoFactor: false }) { edges { node { email } } } } } }',
  )
  expect(asked.security.members.edges).toContainEqual({ node: { email: 'ben.okafor@acme.example' } })
})

test('a second start creates nothing and prints no password', async () => {
  const { connection, keyRing, clock, app } = testApp
  expect(await seedDemo({ connection, keyRing, hasher: app.get(PasswordHasher), now: clock.now() })).toBeNull()
  expect(await connection.collection('accounts').countDocuments()).toBe(
    await connection.collection('memberships').countDocuments(),
  )
})

test('the landing page offers the demo until the operator deletes its network', async () => {
  const isOffered = async () => (await testApp.browser().field('{ capabilities { demo } }')).demo
  expect(await isOffered()).toBe(true)
  const network = await testApp.app.get(NetworkStore).bySlug('acme')
  await testApp.app.get(NetworkErasureService).erase({ _id: network?._id ?? '' })
  expect(await isOffered()).toBe(false)
})
