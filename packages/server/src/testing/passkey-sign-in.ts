import { accountOf } from './network.js'
import { type Person, stepFields } from './person.js'
import type { PasskeyLies } from './software-passkey.js'
import type { TestApp } from './test-app.js'
import type { TestBrowser } from './test-browser.js'

const BEGIN = 'mutation { beginPasskeySignIn { ... on PasskeyChallenge { optionsJson expiresAt } } }'
const SIGN_IN = `mutation($response: String!) { signInWithPasskey(response: $response) { ${stepFields} } }`

/** @param isVerified whether the passkey checks its owner */
export async function addPasskey(person: Person, isVerified = true): Promise<void> {
  const passkey = person.newPasskey()
  const { setupId, optionsJson } = await person.beginPasskey()
  const made = await person.confirmPasskey(setupId, passkey.create(optionsJson, { isVerified }))
  if (made.__typename !== 'TwoFactorSetUp') throw new Error(made.__typename)
  person.passkeys.push(passkey)
  person.backupCodes = made.backupCodes?.codes.map(({ code }: { code: string }) => code) ?? person.backupCodes
}

export const beginAlone = async (browser: TestBrowser): Promise<string> => (await browser.field(BEGIN)).optionsJson
export const answerAlone = (browser: TestBrowser, response: string) => browser.field(SIGN_IN, { response })

/** Signs in with the person's first passkey and nothing else. */
export async function signInAlone(testApp: TestApp, person: Person, browser = person.browser, lies: PasskeyLies = {}) {
  const { _id } = await accountOf(testApp, person)
  const asked = await beginAlone(browser)
  const response = person.passkeys[0]?.get(asked, { isVerified: true, userHandle: _id, ...lies }) ?? ''
  return answerAlone(browser, response)
}
