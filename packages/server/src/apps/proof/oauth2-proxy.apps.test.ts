import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { recipeOf } from '@twinlock/shared/app-recipes'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { freePort } from '../../testing/free-port.js'
import { networkOf } from '../../testing/integrator.js'
import { type Person, somebody } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { appOf } from '../app.fixture.js'
import { pathOf, Software, startEcho, Visitor } from './software.fixture.js'

const proxy = pathOf('oauth2-proxy', '/opt/oauth2-proxy/oauth2-proxy', `${process.env.HOME}/go/bin/oauth2-proxy`)

/** `go install github.com/oauth2-proxy/oauth2-proxy/v7@v7.6.0`, by the recipe of the Apps page. */
describe('oauth2-proxy', () => {
  if (!proxy) {
    test.skip('is not installed: go install github.com/oauth2-proxy/oauth2-proxy/v7@v7.6.0', () => undefined)
    return
  }
  let testApp: TestApp
  let echo: { server: Server; port: number }
  let server: Software
  let ada: Person
  let publicUrl: string
  let base: string
  beforeAll(async () => {
    const [port, own] = [await freePort(), await freePort()]
    publicUrl = `http://localhost:${port}`
    base = `http://localhost:${own}`
    testApp = await startTestApp(inject('mongodbUri'), { port, env: { PORT: String(port) } })
    echo = await startEcho()
    ada = await somebody(testApp).signUp()
    const network = await networkOf(ada)
    const redirectUri = `${base}/oauth2/callback`
    const app = await appOf(ada, network, { redirectUris: [redirectUri] })
    const values = { publicUrl, clientId: app.id, clientSecret: app.secret, redirectUri, host: '' }
    const recipe = recipeOf('oauth2-proxy', values)
      .replace('cookie_secret = ""', `cookie_secret = "${randomBytes(32).toString('base64url')}"`)
      .replace('127.0.0.1:3000', `127.0.0.1:${echo.port}`)
      .replace('127.0.0.1:4180', `127.0.0.1:${own}`)
      // Here nobody waits four minutes.
      .replace('cookie_refresh = "4m"', 'cookie_refresh = "1s"')
    const config = `${recipe}\ncookie_secure = false\nskip_provider_button = true\npass_user_headers = true\n`
    server = await Software.start(proxy, own, { 'proxy.cfg': config }, (folder) => ['--config', `${folder}/proxy.cfg`])
  })
  afterAll(async () => {
    await server?.stop()
    echo?.server.close()
    await testApp?.close()
  })

  test('signs in by the provider, and hands over who it is', async () => {
    const visitor = new Visitor(ada, publicUrl)
    const page = await visitor.visit(`${base}/page?x=1`)
    expect([page.status, page.url]).toEqual([200, `${base}/page?x=1`])
    expect(page.json().headers).toMatchObject({ 'x-forwarded-email': ada.email, 'x-forwarded-groups': 'OWNER' })
  })

  // It lets the last token run out before it believes a refused refresh: after that, five minutes at most are left.
  test('after signing out of Twinlock its next renewal of the cookie is refused', async () => {
    const visitor = new Visitor(ada, publicUrl)
    await visitor.visit(`${base}/page`)
    await sleep(1_100)
    expect((await visitor.visit(`${base}/page`)).url).toBe(`${base}/page`)
    expect(server.output()).not.toContain('invalid_grant')
    await ada.browser.field('mutation { signOut }')
    await sleep(1_100)
    await visitor.visit(`${base}/page`)
    expect(server.output()).toContain('invalid_grant')
  })
})
