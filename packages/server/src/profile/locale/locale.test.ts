import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newPerson } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const requestReset = async (browser: TestBrowser, email: string, language: string) => {
  const query = `mutation { requestPasswordReset(email: "${email}") { __typename } }`
  await browser.post({ query }, { 'accept-language': language })
}

test('an email follows the language of the account, whatever the browser requests', async () => {
  const ada = await newPerson(testApp).signUp()
  const { locale } = await ada.browser.field('mutation { setLocale(locale: PT_BR) { locale } }')
  expect(locale).toBe('PT_BR')
  expect((await ada.browser.field('{ viewer { locale } }')).locale).toBe('PT_BR')
  await requestReset(testApp.browser(), ada.email, 'de-DE,de;q=0.9')
  expect((await ada.lastMessage()).subject).toBe('Escolha uma nova senha do Twinlock')
})

test('without one, an email follows the browser, and English where that wants another language', async () => {
  const ada = await newPerson(testApp).signUp()
  await requestReset(testApp.browser(), ada.email, 'nl, pl;q=0.9, en;q=0.8')
  expect((await ada.lastMessage()).subject).toBe('Ustaw nowe hasło Twinlock')
  const ben = await newPerson(testApp).signUp()
  await requestReset(testApp.browser(), ben.email, 'nl')
  expect((await ben.lastMessage()).subject).toBe('Choose a new Twinlock password')
})

test('an account takes the language of the browser that signs up', async () => {
  const ada = newPerson(testApp)
  const ask = (query: string) => ada.browser.post({ query }, { 'accept-language': 'ar' })
  await ask(
    `mutation { signUp(input: { name: "Ada", email: "${ada.email}", password: "${ada.password}" }) { __typename } }`,
  )
  const mail = await ada.lastMessage()
  expect(mail.subject).toBe('تسجيلك في Twinlock')
  const code = /\d{6}/.exec(mail.text)?.[0]
  await ask(`mutation { confirmEmail(input: { email: "${ada.email}", code: "${code}" }) { __typename } }`)
  expect((await ada.browser.field('{ viewer { locale } }')).locale).toBe('AR')
})

test('an email shows times in the time zone of the browser of the latest sign-in', async () => {
  const ada = await newPerson(testApp).signUp()
  await requestExport(ada.browser)
  expect((await ada.lastMessage()).text).toMatch(/until .* UTC\./)
  const signIn = `mutation { signIn(input: { email: "${ada.email}", password: "${ada.password}" }) { __typename } }`
  for (const [zone, read] of [
    ['Asia/Tokyo', /until .* GMT\+9\./],
    ['$locale', /until .* GMT\+9\./],
  ] as const) {
    testApp.clock.advance(limits.knownBlockRefresh)
    await ada.browser.post({ query: signIn }, { 'twinlock-time-zone': zone })
    await testApp.settle()
    await requestExport(ada.browser)
    expect((await ada.lastMessage()).text, zone).toMatch(read)
  }
})

const requestExport = (browser: TestBrowser) => browser.field('mutation { requestDataExport }')
