import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { recipeOf } from '@twinlock/shared/app-recipes'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { NetworkCollection } from '../../networks/network.model.js'
import { appOf } from '../app.fixture.js'
import { AppChecksService } from '../sessions/app-checks.service.js'
import { BackChannelLogoutService } from '../sessions/back-channel-logout.service.js'
import { pathOf, Software, startEcho } from './software.fixture.js'
import { Stage } from './stage.fixture.js'

const MODULES = '/usr/lib/apache2/modules'
const apache = pathOf(`${MODULES}/mod_auth_openidc.so`) && pathOf('/usr/sbin/apache2')

/** Debian's Apache with mod_auth_openidc, by the recipe of the Apps page. */
describe('Apache with mod_auth_openidc', () => {
  if (!apache) {
    test.skip('is not installed: apt-get install apache2 libapache2-mod-auth-openidc', () => undefined)
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
    const redirectUri = `${base}/oidc-callback`
    const app = await appOf(admin, network, {
      redirectUris: [redirectUri],
      backChannelLogoutUri: `${redirectUri}?logout=backchannel`,
    })
    const recipe = recipeOf('apache', { publicUrl, clientId: app.id, clientSecret: app.secret, redirectUri, host: '' })
    const modules = ['mpm_event', 'authn_core', 'authz_core', 'authz_user', 'proxy', 'proxy_http', 'auth_openidc']
    const conf = `
ServerName localhost
Listen 127.0.0.1:${port}
PidFile %FOLDER%/pid
DefaultRuntimeDir %FOLDER%
Mutex file:%FOLDER%
ErrorLog %FOLDER%/error.log
LogLevel auth_openidc:warn
User nobody
Group nogroup
${modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
${recipe.replace(/"exec:[^"]*"/, '"a passphrase for the test"')}
# One state cookie for each page that is opened before signing in.
OIDCStateMaxNumberOfCookies 7 true
ProxyPass /oidc-callback !
ProxyPass / http://127.0.0.1:${echo.port}/
`
    server = await Software.start(apache, port, { 'apache.conf': conf }, (folder) => [
      '-f',
      `${folder}/apache.conf`,
      '-X',
    ])
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
    expect(page.json().headers).toMatchObject({
      oidc_claim_email: stage.admin.email,
      oidc_claim_name: 'ada',
      oidc_claim_role: 'OWNER',
      oidc_claim_acr: 'urn:twinlock:acr:1',
    })
  })

  test('the story: a mandate, work in the wiki, the deadline; out by the back channel, set up, and back on the page', async () => {
    const visitor = stage.visitor()
    await visitor.visit(`${base}/page`)
    const { testApp, network } = stage
    const now = testApp.clock.now()
    const deadline = new Date(now.getTime() + 600_000)
    const mandate = { activationId: 'act_1', activatedAt: now, activatedBy: { accountId: 'x', name: 'Olga' }, deadline }
    await NetworkCollection.on(testApp.connection).updateOne({ _id: network.id }, { $set: { mandate } })
    testApp.clock.advance(300_000)
    await work()
    expect((await visitor.visit(`${base}/page`)).url).toBe(`${base}/page`)
    testApp.clock.set(deadline)
    const begun = Date.now()
    await work()
    const out = await visitor.visit(`${base}/page?y=2`)
    expect(Date.now() - begun).toBeLessThan(5_000)
    expect(out.url).toMatch(/\/open\//)
    expect(visitor.lastEntry?.errors?.[0]?.extensions.code).toBe('TWO_FACTOR_SETUP_REQUIRED')
    await NetworkCollection.on(testApp.connection).updateOne({ _id: network.id }, { $set: { mandate: null } })
    const back = await visitor.visit(out.url)
    expect([back.status, back.url]).toEqual([200, `${base}/page?y=2`])
  })

  test('signing out of Twinlock signs out of the app', async () => {
    const visitor = stage.visitor()
    await visitor.visit(`${base}/page`)
    await stage.admin.browser.field('mutation { signOut }')
    await work()
    const out = await visitor.visit(`${base}/page`)
    expect(out.url).toMatch(/\/open\//)
    expect(visitor.lastEntry?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  })

  /** What the worker does each second. */
  async function work(): Promise<void> {
    const { testApp } = stage
    await testApp.settle()
    await testApp.app.get(AppChecksService).verifyDue()
    await testApp.app.get(BackChannelLogoutService).deliverDue()
    await testApp.settle()
    await sleep(50)
  }
})
