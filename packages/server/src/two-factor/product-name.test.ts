import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'), { env: { PRODUCT_NAME: 'Acme & Co Login' } })
})
afterAll(() => testApp.close())

test('authenticator apps and passkey prompts show what the operator calls the product', async () => {
  const ada = await newPerson(testApp).signUp()
  const { otpauthUri } = await ada.browser.field(
    'mutation { beginAuthenticatorSetup { ... on AuthenticatorSetup { otpauthUri } } }',
  )
  expect(new URL(otpauthUri).searchParams.get('issuer')).toBe('Acme & Co Login')
  expect(decodeURIComponent(new URL(otpauthUri).pathname)).toContain(`Acme & Co Login:${ada.email}`)
  const { optionsJson } = await ada.beginPasskey()
  expect(JSON.parse(optionsJson).rp).toEqual({ id: 'localhost', name: 'Acme & Co Login' })
})
