import { DAY } from '@twinlock/shared/durations'
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest'
import { AccountCollection } from '../../accounts/account.model.js'
import { NetworkCollection, type NetworkDocument } from '../../networks/network.model.js'
import { networkOf, type OwnNetwork } from '../../testing/integrator.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { appOf, memberOf } from '../app.fixture.js'
import { AtHost, through } from './gate.fixture.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const atHost = (host: string) => new AtHost(testApp, host)
const changeNetwork = (id: string, values: Partial<NetworkDocument>) =>
  NetworkCollection.on(testApp.connection).updateOne({ _id: id }, { $set: values })

describe('a request with a live cookie costs one command, which by itself detects that the network has closed', () => {
  const HERE = 'fast.localhost'
  let own: OwnNetwork
  beforeAll(async () => {
    const owner = await newPerson(testApp).signUp()
    own = await networkOf(owner)
    await appOf(owner, own, { redirectUris: [], hosts: [HERE] })
  })

  const inNetwork = (values: Partial<NetworkDocument>) => changeNetwork(own.id, values)
  const mandate = (deadline: Date) =>
    inNetwork({
      mandate: {
        activationId: 'act_1',
        activatedAt: new Date(0),
        activatedBy: { accountId: 'x', name: 'Olga' },
        deadline,
      },
    })

  it.each<[string, (person: Person, accountId: string) => unknown]>([
    [
      'the member was removed',
      (_, accountId) =>
        testApp.connection
          .collection('memberships')
          .updateOne({ accountId }, { $set: { leftAt: testApp.clock.now() } }),
    ],
    ['the session was ended', (person) => person.browser.field('mutation { signOut }')],
    [
      'the account has a new epoch',
      (_, accountId) => AccountCollection.on(testApp.connection).updateOne({ _id: accountId }, { $inc: { epoch: 1 } }),
    ],
    ['the deadline passes, and they have no second step', () => mandate(testApp.clock.now())],
    ['the session is too old', () => testApp.clock.advance(3 * DAY)],
  ])('%s', async (_, close) => {
    await inNetwork({ mandate: null })
    const person = await memberOf(testApp, own.id)
    const host = atHost(HERE)
    await through(person, host)
    expect(await counted(host)).toEqual([200, ['aggregate']])
    const account = await AccountCollection.on(testApp.connection).findOne({ email: person.email })
    await close(person, account?._id ?? '')
    expect(await counted(host)).toEqual([302, ['aggregate']])
  })

  test('a method that the network bars', async () => {
    await mandate(testApp.clock.now())
    await inNetwork({ acceptedMethods: ['AUTHENTICATOR_APP'] })
    const person = await memberOf(testApp, own.id, 'MEMBER', await (await newPerson(testApp).signUp()).setUpApp())
    const host = atHost(HERE)
    await through(person, host)
    expect(await counted(host)).toEqual([200, ['aggregate']])
    await inNetwork({ acceptedMethods: ['PASSKEY'] })
    expect(await counted(host)).toEqual([302, ['aggregate']])
  })

  async function counted(host: AtHost) {
    await testApp.settle()
    testApp.takeCommands()
    const { status } = await host.gate('/')
    return [status, testApp.takeCommands()]
  }
})
