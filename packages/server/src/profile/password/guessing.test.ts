import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { putNetwork } from '../../testing/network.js'
import { newPerson, Person } from '../../testing/person.js'
import { refused } from '../../testing/refused.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { TestBrowser } from '../../testing/test-browser.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const wrong = { __typename: 'InvalidCredentials' }
const tooMany = { __typename: 'TooManyAttempts' }
let block = 0
/** Somewhere nobody was before. */
const address = () => `198.19.${Math.floor(++block / 250)}.${(block % 250) + 1}`
const guesserOf = (person: Pick<Person, 'email'>, at = address(), password = 'not the password') =>
  new Person(testApp, testApp.browser(at), person.email, password)
const later = (ms: number) => new Date(testApp.clock.now().getTime() + ms).toISOString()

describe('one account from one address', () => {
  test('the sixth failure costs five seconds, and each one doubles them, for the right password too', async () => {
    const ada = await newPerson(testApp).signUp()
    const guesser = guesserOf(ada)
    const owner = () => new Person(testApp, testApp.browser(guesser.browser.address), ada.email)
    for (let place = 0; place < 6; place++)
      expect(await refused(testApp, guesser.browser, () => guesser.signIn())).toMatchObject(wrong)
    expect(await guesser.signIn()).toMatchObject({ ...tooMany, retryAt: later(5_000) })
    expect(await owner().signIn()).toMatchObject({ ...tooMany, retryAt: later(5_000) })
    testApp.clock.advance(4_999)
    expect(await guesser.signIn()).toMatchObject(tooMany)
    testApp.clock.advance(1)
    expect(await guesser.signIn()).toMatchObject(wrong)
    expect(await guesser.signIn()).toMatchObject({ ...tooMany, retryAt: later(10_000) })
    testApp.clock.advance(10_000)
    expect(await owner().signIn()).toMatchObject({ __typename: 'SignedIn' })
  })

  test('two hundred concurrent guesses are checked one by one, and stop at the sixth', async () => {
    const ada = await newPerson(testApp).signUp()
    const at = address()
    const answers = await Promise.all(Array.from({ length: 200 }, () => guesserOf(ada, at).signIn()))
    expect(answers.filter(({ __typename }) => __typename === 'InvalidCredentials')).toHaveLength(6)
    expect(answers.filter(({ __typename }) => __typename === 'TooManyAttempts')).toHaveLength(194)
  })

  test('right passwords count nothing', async () => {
    const ada = await newPerson(testApp).signUp()
    const at = address()
    for (let place = 0; place < 12; place++)
      expect(await new Person(testApp, testApp.browser(at), ada.email).signIn()).toMatchObject({
        __typename: 'SignedIn',
      })
  })

  test('an address without an account is treated alike', async () => {
    const guesser = guesserOf({ email: `nobody${block}@example.com` })
    for (let place = 0; place < 6; place++) expect(await guesser.signIn()).toMatchObject(wrong)
    expect(await guesser.signIn()).toMatchObject({ ...tooMany, retryAt: later(5_000) })
  })

  test('spellings of the address are one account', async () => {
    const ada = await newPerson(testApp).signUp()
    const at = address()
    const spellings = [ada.email, ada.email.toUpperCase(), ` ${ada.email} `, ada.email.replace('@', '＠')]
    for (let place = 0; place < 6; place++)
      await guesserOf({ email: spellings[place % spellings.length] ?? '' }, at).signIn()
    expect(await guesserOf(ada, at).signIn()).toMatchObject(tooMany)
  })
})

describe('nobody is locked out by others', () => {
  async function lockedAt(person: Person, at: string): Promise<void> {
    for (let place = 0; place < 8; place++) {
      await guesserOf(person, at).signIn()
      testApp.clock.advance(15_000)
    }
    expect(await guesserOf(person, at).signIn()).toMatchObject(tooMany)
  }

  test('at another address the password works', async () => {
    const ada = await newPerson(testApp).signUp()
    await lockedAt(ada, address())
    expect(await new Person(testApp, testApp.browser(address()), ada.email).signIn()).toMatchObject({
      __typename: 'SignedIn',
    })
  })

  test('at the same address it works in a browser that was signed in before', async () => {
    const ada = await newPerson(testApp).signUp()
    await testApp.settle()
    await lockedAt(ada, ada.browser.address)
    const stranger = new Person(testApp, testApp.browser(ada.browser.address), ada.email)
    expect(await stranger.signIn()).toMatchObject(tooMany)
    expect(await ada.signIn()).toMatchObject({ __typename: 'SignedIn' })
  })

  test('and with a trusted device', async () => {
    const ada = await (await newPerson(testApp).signUp()).setUpApp()
    await putNetwork(testApp, [ada], { trustedDeviceDays: 30 })
    await ada.signIn()
    await ada.verify('AUTHENTICATOR_APP', await ada.appCode(), ada.browser, true)
    await testApp.settle()
    await lockedAt(ada, ada.browser.address)
    expect(await ada.signIn()).toMatchObject({ __typename: 'SignedIn' })
  })

  test('and in a session that stands', async () => {
    const ada = await newPerson(testApp).signUp()
    await testApp.settle()
    await lockedAt(ada, ada.browser.address)
    const { data } = await ada.reauthenticate({ password: ada.password })
    expect(data).toMatchObject({ reauthenticate: { __typename: 'Reauthenticated' } })
  })

  test('a browser of one account is a stranger to another', async () => {
    const [ada, eve] = [await newPerson(testApp).signUp(), await newPerson(testApp).signUp()]
    await testApp.settle()
    const guesser = new Person(testApp, eve.browser, ada.email, 'not the password')
    await lockedAt(ada, eve.browser.address)
    expect(await guesser.signIn()).toMatchObject(tooMany)
  })

  test('in its own browser six failures cost the same', async () => {
    const ada = await newPerson(testApp).signUp()
    await testApp.settle()
    const forgetful = new Person(testApp, ada.browser, ada.email, 'not the password')
    for (let place = 0; place < 6; place++) expect(await forgetful.signIn()).toMatchObject(wrong)
    expect(await forgetful.signIn()).toMatchObject({ ...tooMany, retryAt: later(5_000) })
  })
})

describe('one address', () => {
  test('the thirtieth failure costs, for whichever accounts', async () => {
    const at = address()
    for (let place = 0; place < 30; place++)
      expect(await guesserOf({ email: `x${block}_${place}@example.com` }, at).signIn()).toMatchObject(wrong)
    const ada = await newPerson(testApp).signUp()
    expect(await new Person(testApp, testApp.browser(at), ada.email).signIn()).toMatchObject({
      ...tooMany,
      retryAt: later(5_000),
    })
  })

  test('concurrent guesses at many accounts are counted before they are checked, on two servers as on one', async () => {
    const other = await startTestApp(inject('mongodbUri'), { database: testApp.connection.name, clock: testApp.clock })
    const at = address()
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, place) => {
        const browser = new TestBrowser(place % 2 ? testApp.url : other.url, at)
        return new Person(testApp, browser, `y${block}_${place}@example.com`, 'not the password').signIn()
      }),
    )
    await other.closeButKeep()
    expect(answers.filter(({ __typename }) => __typename === 'InvalidCredentials')).toHaveLength(30)
  })

  test('thirty colleagues mistype, and a right password works for a person who signed in from there before', async () => {
    const ada = await newPerson(testApp).signUp()
    const at = ada.browser.address
    await testApp.settle()
    for (let place = 0; place < 30; place++) await guesserOf({ email: `z${block}_${place}@example.com` }, at).signIn()
    const newBrowser = () => new Person(testApp, testApp.browser(at), ada.email)
    expect(await guesserOf({ email: 'stranger@example.com' }, at).signIn()).toMatchObject(tooMany)
    expect(await newBrowser().signIn()).toMatchObject({ __typename: 'SignedIn' })
  })

  test('after thirty days without a sign-in from there it is a stranger again', async () => {
    const ada = await newPerson(testApp).signUp()
    const at = ada.browser.address
    await testApp.settle()
    testApp.clock.advance(limits.knownBlockMemory)
    for (let place = 0; place < 30; place++) await guesserOf({ email: `v${block}_${place}@example.com` }, at).signIn()
    expect(await new Person(testApp, testApp.browser(at), ada.email).signIn()).toMatchObject(tooMany)
  })

  test('an IPv6 network is one address, however many it has', async () => {
    const ada = await newPerson(testApp).signUp()
    for (let place = 0; place < 6; place++) await guesserOf(ada, `2001:db8:7:7::${place + 1}`).signIn()
    expect(await guesserOf(ada, '2001:db8:7:7:ffff::9').signIn()).toMatchObject(tooMany)
    expect(await guesserOf(ada, '2001:db8:7:8::1').signIn()).toMatchObject(wrong)
  })
})

test('guesses at the password of a session are counted in it', async () => {
  const ada = await newPerson(testApp).signUp()
  for (let place = 0; place < 6; place++)
    expect((await ada.reauthenticate({ password: 'not it' })).data.reauthenticate).toMatchObject(wrong)
  expect((await ada.reauthenticate({ password: ada.password })).data.reauthenticate).toMatchObject(tooMany)
})
