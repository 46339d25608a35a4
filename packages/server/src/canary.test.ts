import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { putNetwork } from './testing/network.js'
import { newPerson } from './testing/person.js'
import { startTestApp, type TestApp } from './testing/test-app.js'

const NUMBER = '1701234861'
const PASSWORD = 'canary-password-7f3a'
const NEW_PASSWORD = 'canary-password-9c1e'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

/** Every document of every collection, as a thief of the database reads it; captured messages aside. */
async function dump(): Promise<string> {
  const collections = (await testApp.connection.db?.listCollections().toArray()) ?? []
  const parts = []
  for (const { name } of collections) {
    if (name === 'captured_messages') continue
    parts.push(JSON.stringify(await testApp.connection.collection(name).find().toArray()))
  }
  return parts.join('\n')
}

test('L13 no secret, code, number, password or token stands in the database, the log or an error', async () => {
  const secrets = new Map<string, string>()
  const keep = (name: string, value: string | null | undefined) => {
    if (!value) throw new Error(`There is no ${name} to look for.`)
    secrets.set(name, value)
  }
  const cookiesOf = (browser: { cookies: Map<string, string> }, turn: string) => {
    for (const [name, value] of browser.cookies) keep(`${turn} ${name}`, value)
  }

  const ada = Object.assign(newPerson(testApp), { password: PASSWORD })
  keep('password', PASSWORD)
  await ada.signUpByMail()
  keep('sign-up code', (await ada.lastMessage()).text.match(/\d{6}/)?.[0])
  cookiesOf(ada.browser, 'signed up')
  await ada.setUpApp()
  keep('TOTP secret', ada.secret)
  await ada.setUpSms(`+49${NUMBER}`)
  keep('number', NUMBER)
  keep('set-up code', (await ada.lastMessage(`+49${NUMBER}`)).text.match(/\d{6}/)?.[0])
  for (const [place, code] of ada.backupCodes.entries()) {
    keep(`backup code ${place}`, code)
    keep(`backup code ${place} without dashes`, code.replaceAll('-', ''))
  }
  await putNetwork(testApp, [ada], { trustedDeviceDays: 30 })
  await ada.signIn()
  cookiesOf(ada.browser, 'half signed in')
  await ada.browser.field('mutation { sendSignInCode { __typename } }')
  keep('sign-in code', await ada.textedCode())
  keep('wrong code that was typed', '918273')
  await ada.verify('SMS', '918273')
  await ada.verify('SMS', secrets.get('sign-in code') ?? '', ada.browser, true)
  cookiesOf(ada.browser, 'signed in')
  await ada.browser.ask('mutation { reauthenticate(input: { password: "canary-wrong-password" }) { __typename } }')
  keep('wrong password', 'canary-wrong-password')
  await ada.browser.field(`mutation { requestPasswordReset(email: "${ada.email}") { __typename } }`)
  keep('reset token', await ada.mailedToken())
  await ada.browser.ask(
    `mutation { resetPassword(input: { token: "${secrets.get('reset token')}", password: "${NEW_PASSWORD}" }) { __typename } }`,
  )
  keep('new password', NEW_PASSWORD)
  await Object.assign(ada, { password: NEW_PASSWORD }).signIn()
  // A fault of ours in the middle of it is logged, and so is what it was about: not with what.
  const open = vi.spyOn(testApp.keyRing, 'open').mockRejectedValue(new Error('The envelope does not open.'))
  const input = { method: 'AUTHENTICATOR_APP', code: await ada.appCode() }
  keep('app code', input.code)
  await ada.browser.ask('mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }', {
    input,
  })
  open.mockRestore()
  await testApp.settle()

  const stored = await dump()
  const logged = testApp.logs()
  expect(stored, 'the dump is one').toContain(ada.email)
  expect(logged, 'and so is the log').toContain('The envelope does not open.')
  const found = [...secrets].flatMap(([name, value]) => [
    ...(isIn(stored, value) ? [`${name} in the database`] : []),
    ...(isIn(logged, value) ? [`${name} in the log`] : []),
  ])
  expect(found).toEqual([])
})

/** Six digits stand by chance in longer numbers and times: only by themselves they count. */
function isIn(text: string, value: string): boolean {
  return /^\d{6}$/.test(value) ? new RegExp(`(?<![\\d.])${value}(?!\\d)`).test(text) : text.includes(value)
}

test('K17 what people type stands in the log as data, one record a line', async () => {
  const email = 'x\n{"level":60,"msg":"forged"}\u001b[31m@example.com'
  await testApp.browser().ask('mutation($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: { email, password: 'x' },
  })
  await testApp.browser().ask(`query forged { x }\n{"level":60}`)
  await testApp.settle()
  const lines = testApp.logs().trim().split('\n')
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
  expect(lines.map((line) => JSON.parse(line).level)).not.toContain(60)
  expect(testApp.logs()).not.toContain('\u001b')
})
