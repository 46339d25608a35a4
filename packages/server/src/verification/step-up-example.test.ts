import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freePort } from '../testing/free-port.js'
import { integratorOf, networkOf } from '../testing/integrator.js'
import { newPerson, type Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { answer } from './verification.fixture.js'

const folder = fileURLToPath(new URL('../../../../examples/step-up/', import.meta.url))

let testApp: TestApp
let ada: Person
let shop: ChildProcess
let url: string
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  // The shop validates the result by its own clock.
  testApp.clock.set(new Date(Date.now() - 60_000))
  ada = await (await newPerson(testApp).signUp()).setUpApp()
  testApp.clock.set(new Date())
  const port = await freePort()
  url = `http://localhost:${port}`
  const { token } = await integratorOf(testApp, ada, await networkOf(ada), {
    name: 'Shop',
    scopes: ['verifications:write'],
    returnAddresses: [`${url}/confirmed`],
  })
  shop = spawn(process.execPath, ['server.js'], {
    cwd: folder,
    env: { TWINLOCK: testApp.url, ISSUER: 'http://localhost:4000', KEY: token, MEMBER: ada.email, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(shop.stdout as NodeJS.ReadableStream, 'data')
})
afterAll(async () => {
  shop.kill()
  await testApp.close()
})

async function pressPay(): Promise<string> {
  const response = await fetch(`${url}/pay`, { method: 'POST', redirect: 'manual' })
  expect(response.status).toBe(303)
  expect(response.headers.get('www-authenticate')).toContain('insufficient_user_authentication')
  return response.headers.get('location')?.split('/').at(-1) ?? ''
}

test('the shop requires the second step, and pays exactly once after it', async () => {
  expect(await (await fetch(url)).text()).toContain('1,250.00 EUR')
  const id = await pressPay()
  const { returnTo } = await answer(ada, id, await ada.appCode())
  const paid = await fetch(returnTo)
  expect(await paid.text()).toBe('<h1>Paid 1,250.00 EUR</h1>')
  expect((await fetch(returnTo)).status).toBe(400)
})

test('the shop pays nothing when the member declines', async () => {
  const id = await pressPay()
  const { returnTo } = await ada.browser.field(`mutation { declineVerification(id: "${id}") { returnTo } }`)
  const refused = await fetch(returnTo)
  expect([refused.status, await refused.text()]).toEqual([403, '<h1>Not paid: DECLINED</h1>'])
})

test('an unknown return address pays nothing', async () => {
  expect((await fetch(`${url}/confirmed?verification=ver_x&state=made-up`)).status).toBe(400)
})
