import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { accountOf } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import type { GraphqlAnswer, TestBrowser } from '../testing/test-browser.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

/** A tab that was opened as this person, in a browser that may have changed hands since. */
async function inTabOf(person: Person, browser: TestBrowser, query: string): Promise<GraphqlAnswer<unknown>> {
  const { _id } = await accountOf(testApp, person)
  const response = await browser.post({ query }, { 'twinlock-account': _id })
  return (await response.json()) as GraphqlAnswer<unknown>
}

const changed = { errors: [{ extensions: { code: 'ACCOUNT_CHANGED' } }] }

describe('a tab that was opened as Ada, in a browser that Bob has signed in to since', () => {
  let ada: Person
  let bob: Person
  beforeAll(async () => {
    ada = await (await newPerson(testApp, 'ada').signUp()).setUpApp()
    bob = await (await newPerson(testApp, 'bob').signUp()).setUpApp()
    ada.browser.cookies.clear()
    await bob.signIn(ada.browser)
    await bob.verify('AUTHENTICATOR_APP', await bob.appCode(), ada.browser)
  })

  test.each([
    'mutation { revealBackupCodes { __typename } }',
    'mutation { turnOffTwoFactor { __typename } }',
    'mutation { changeName(input: { name: "Ada" }) { __typename } }',
    'mutation { endOtherSessions { id } }',
    'mutation { beginAuthenticatorSetup { __typename } }',
    'mutation { signOut }',
    '{ viewer { name } }',
  ])('%s is refused', async (query) => {
    expect(await inTabOf(ada, ada.browser, query)).toMatchObject(changed)
  })

  test('nothing of Bob was shown or changed', async () => {
    const { name, backupCodes, factors } = await accountOf(testApp, bob)
    expect([name, backupCodes.length, factors.app !== null]).toEqual([bob.name, 10, true])
    expect(await bob.viewer(ada.browser)).toMatchObject({ name: bob.name })
  })

  test('a tab of Bob goes on, and so does a page that names nobody', async () => {
    expect(await inTabOf(bob, ada.browser, '{ viewer { email } }')).toEqual({ data: { viewer: { email: bob.email } } })
    expect(await ada.browser.field('{ viewer { email } }')).toEqual({ email: bob.email })
  })

  test('Ada can sign in again from her old tab', async () => {
    const query = `mutation { signIn(input: { email: "${ada.email}", password: "${ada.password}" }) { __typename } }`
    expect(await inTabOf(ada, ada.browser.copy(), query)).toMatchObject({
      data: { signIn: { __typename: 'SecondStepRequired' } },
    })
  })
})

test('a tab of Ada at the set-up of nobody is not led into the set-up of Bob', async () => {
  const ada = await newPerson(testApp, 'ada').signUp()
  const query = 'mutation { beginAuthenticatorSetup { __typename } }'
  ada.browser.cookies.clear()
  expect(await inTabOf(ada, ada.browser, query)).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  })
})
