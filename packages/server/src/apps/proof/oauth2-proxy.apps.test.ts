import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { recipeOf } from '@twinlock/shared/app-recipes'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { appOf } from '../app.fixture.js'
import { pathOf, Software, startEcho } from './software.fixture.js'
import { Stage } from './stage.fixture.js'

const proxy = pathOf('oauth2-proxy', '/opt/oauth2-proxy/oauth2-proxy', `${process.env.HOME}/go/bin/oauth2-proxy`)

/** `go install github.com/oauth2-proxy/oauth2-proxy/v7@v7.6.0`, by the recipe of the Apps page. */
describe('oauth2-proxy', () => {
  if (!proxy) {
    test.skip('is not installed: go install github.com/oauth2-proxy/oauth2-proxy/v7@v7.6.0', () => undefined)
    return
  }
  let stage: Stage
  let echo: { server: Server; port: number }
  let server: Software
  let base: string
  beforeAll(async () => {
    stage = await Stage.set(inject('mongodbUri'))
    const { publicUrl, port, admin, network } = stage
    base = `http://localhost:${port}`
    echo = await startEcho()
    const redirectUri = `${base}/oauth2/callback`
    const app = await appOf(admin, network, { redirectUris: [redirectUri] })
    const values = { publicUrl, clientId: app.id, clientSecret: app.secret, redirectUri, host: '' }
    const recipe = recipeOf('oauth2-proxy', values)
      .replace('cookie_secret = ""', `cookie_secret = "${randomBytes(32).toString('base64url')}"`)
      .replace('127.0.0.1:3000', `127.0.0.1:${echo.port}`)
      .replace('127.0.0.1:4180', `127.0.0.1:${port}`)
      // Here nobody waits four minutes.
      .replace('cookie_refresh = "4m"', 'cookie_refresh = "1s"')
    const config = `${recipe}\ncookie_secure = false\nskip_provider_button = true\npass_user_headers = true\n`
    server = await Software.start(proxy, port, { 'proxy.cfg': config }, (folder) => ['--config', `${folder}/proxy.cfg`])
  })
  afterAll(async () => {
    await server?.stop()
    echo?.server.close()
    await stage?.testApp.close()
  })

  test('signs in by the provider, and hands over who it is', async () => {
    const visitor = stage.visitor()
    const page = await visitor.visit(`${base}/page?x=1`)
    expect([page.status, page.url]).toEqual([200, `${base}/page?x=1`])
    expect(page.json().headers).toMatchObject({ 'x-forwarded-email': stage.admin.email, 'x-forwarded-groups': 'OWNER' })
  })

  // It lets the last token run out before it believes a refused refresh: after that, five minutes at most are left.
  test('after signing out of Twinlock its next renewal of the cookie is refused', async () => {
    const visitor = stage.visitor()
    await visitor.visit(`${base}/page`)
    await sleep(1_100)
    expect((await visitor.visit(`${base}/page`)).url).toBe(`${base}/page`)
    expect(server.output()).not.toContain('invalid_grant')
    await stage.admin.browser.field('mutation { signOut }')
    await sleep(1_100)
    await visitor.visit(`${base}/page`)
    expect(server.output()).toContain('invalid_grant')
  })
})
