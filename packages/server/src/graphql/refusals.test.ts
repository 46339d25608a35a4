import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Integrator } from '../testing/integrator.js'
import { putNetwork } from '../testing/network.js'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const lines = (message: string) =>
  testApp
    .logs()
    .split('\n')
    .filter((line) => line.includes(`"msg":"${message}"`))
    .map((line) => JSON.parse(line))

test('a member who tries what is for Admins, or for another network, is written down', async () => {
  const ada = await newPerson(testApp).signUp()
  const { slug } = await putNetwork(testApp, [ada])
  const { id } = await ada.viewer()
  const { browser } = ada
  await browser.ask(`{ network(slug: "${slug}") { apiKeys { id } } }`)
  await browser.ask('mutation { endSession(id: "ses_of_somebody_else") { id } }')
  await browser.ask('{ viewer { name } }')
  expect(lines('A request was refused')).toEqual([
    expect.objectContaining({ code: 'FORBIDDEN', path: 'network.apiKeys', who: id, address: browser.address }),
    expect.objectContaining({ code: 'NOT_FOUND', path: 'endSession', who: id, address: browser.address }),
  ])
})

test('a caller who is sent to sign in is not', async () => {
  await testApp.browser().ask('{ network(slug: "acme") { name } }')
  expect(testApp.logs()).not.toContain('UNAUTHENTICATED')
})

test('a key that is none is written down by its readable part alone', async () => {
  const token = `twl_23456789abcd_${'x'.repeat(43)}`
  await new Integrator(testApp.url, token, '198.51.100.77').ask('{ integration { name } }')
  expect(lines('An API key was refused')).toEqual([
    expect.objectContaining({ prefix: '23456789abcd', address: '198.51.100.77', why: 'There is no such API key.' }),
  ])
  expect(testApp.logs()).not.toContain(token)
})

test('attempts at an address without an account are logged, checked or not, without the email or the password', async () => {
  const nobody = newPerson(testApp, 'nobody')
  for (let tries = 0; tries < 7; tries += 1) await nobody.signIn()
  await testApp.settle()
  const tried = lines('A password was tried for an address that has no account')
  expect(tried).toHaveLength(6)
  expect(tried[0]).toMatchObject({ address: nobody.browser.address })
  expect(lines('A password was not checked: too many failures before it')).toEqual([
    expect.objectContaining({ account: null, address: nobody.browser.address }),
  ])
  expect(testApp.logs()).not.toContain(nobody.email)
  expect(testApp.logs()).not.toContain(nobody.password)
})
