import { once } from 'node:events'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { NetworkCollection } from '../../networks/network.model.js'
import type { OwnNetwork } from '../../testing/integrator.js'
import type { Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import { appOf, memberOf, networkWithApp, type OwnApp } from '../app.fixture.js'
import { connectDemoWiki } from '../demo-wiki.js'
import { APP_ENTRY, authorizationOf, exchange, follow, openApp, pathOf, refresh, userinfo } from './oidc.fixture.js'

let testApp: TestApp
let admin: Person
let network: OwnNetwork
let app: OwnApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  ;({ admin, network, app } = await networkWithApp(testApp))
})
afterAll(() => testApp.close())

const member = (role: 'MEMBER' | 'GUEST' = 'MEMBER') => memberOf(testApp, network.id, role)

describe('cross-site', () => {
  test('a way on that was begun in another browser is not finished in this one', async () => {
    const [ada, eve] = [await member(), await member()]
    const { at } = await follow(eve.browser, authorizationOf(app).path)
    const finished = await ada.browser.get(`${at}/continue`)
    expect(finished.headers.get('location')).toBe('/open/over')
    expect((await ada.browser.ask(APP_ENTRY, { id: 'x' })).errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })

  test('nor with the cookies of its authorization, which another host of the domain can plant', async () => {
    const [ada, eve] = [await member(), await member()]
    const { at } = await follow(eve.browser, authorizationOf(app).path)
    const plant = () => {
      for (const name of ['twinlock_oidc', 'twinlock_oidc_entry', 'twinlock_oidc_resume'])
        ada.browser.cookies.set(name, eve.browser.cookies.get(name) ?? '')
    }
    plant()
    expect((await ada.browser.get(`${at}/continue`)).headers.get('location')).toBe('/open/over')
    await follow(ada.browser, authorizationOf(app).path)
    plant()
    expect((await ada.browser.get(`${at}/continue`)).headers.get('location')).toBe('/open/over')
    const back = (await eve.browser.get(`${at}/continue`)).headers.get('location')
    const resumed = await ada.browser.get(pathOf(back), { accept: 'text/html' })
    expect([resumed.status, await resumed.text()]).toEqual([400, expect.not.stringContaining('logout')])
    expect((await ada.viewer()).email).toBe(ada.email)
    expect((await follow(eve.browser, pathOf(back))).at).toContain('code=')
  })

  test('two authorizations at once in one browser are both finished', async () => {
    const ada = await member()
    const begun: [string, TestBrowser][] = []
    for (const { path } of [authorizationOf(app), authorizationOf(app)])
      begun.push([(await follow(ada.browser, path)).at, ada.browser.copy()])
    // Each as its path has its cookies in a browser.
    for (const [at, { cookies }] of begun) {
      for (const name of ['twinlock_oidc_entry', 'twinlock_oidc_resume'])
        ada.browser.cookies.set(name, cookies.get(name) ?? '')
      expect((await follow(ada.browser, `${at}/continue`)).at).toContain('code=')
    }
  })

  test('under https the cookies that name a browser are kept from other hosts of the domain', async () => {
    const secure = await startTestApp(inject('mongodbUri'), { env: { PUBLIC_URL: 'https://localhost' } })
    try {
      const redirectUri = 'https://wiki.example.com/callback'
      const wiki = { url: 'https://wiki.example.com', secret: 'x' }
      await connectDemoWiki({ connection: secure.connection, now: secure.clock.now() }, { id: 'net', name: 'A' }, wiki)
      const cookies = async (path: string) => {
        const asked = requestHttp(`${secure.url}${path}`, { headers: { host: 'localhost' } }).end()
        const [answer] = (await once(asked, 'response')) as [IncomingMessage]
        answer.resume()
        return (answer.headers['set-cookie'] ?? []).join('\n')
      }
      expect(await cookies(authorizationOf({ id: 'app_demo_wiki', secret: 'x', redirectUri }).path)).toMatch(
        /^__Host-twinlock_entry=[\w-]{43}; Max-Age=7200; Path=\/; HttpOnly; Secure; SameSite=Lax$/m,
      )
      expect(await cookies('/oidc/session/end')).toMatch(/^__Host-twinlock_oidc=[^;]+; path=\/; .*; secure; httponly/m)
    } finally {
      await secure.close()
    }
  })

  test('signing out asks first, and cannot be submitted from elsewhere', async () => {
    const ada = await member()
    await openApp(ada, app)
    const page = await ada.browser.get('/oidc/session/end', { accept: 'text/html' })
    const html = await page.text()
    expect(html).toContain('Sign out?')
    const post = (form: Record<string, string>) =>
      fetch(`${testApp.url}/oidc/session/end/confirm`, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          cookie: [...ada.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        body: new URLSearchParams(form),
      })
    expect((await post({ logout: 'yes', xsrf: 'guessed' })).status).toBe(400)
    expect((await ada.viewer()).email).toBe(ada.email)
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
    expect((await post({ logout: 'yes', xsrf })).status).toBe(303)
    expect(await ada.viewer()).toBeNull()
  })

  test('signing out of one app alone ends what it holds at once, and nothing else', async () => {
    const ada = await member()
    const other = await appOf(admin, network, { name: 'Other' })
    const [wiki, rest] = [
      await exchange(testApp, app, await openApp(ada, app)),
      await exchange(testApp, other, await openApp(ada, other)),
    ]
    const path = `/oidc/session/end?id_token_hint=${wiki.id_token}`
    const html = await (await ada.browser.get(path, { accept: 'text/html' })).text()
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
    await fetch(`${testApp.url}/oidc/session/end/confirm`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: [...ada.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: new URLSearchParams({ xsrf }),
    })
    expect((await userinfo(testApp, wiki.access_token)).status).toBe(401)
    expect((await refresh(testApp, app, wiki.refresh_token)).error).toBe('invalid_grant')
    expect((await refresh(testApp, other, rest.refresh_token)).status).toBe(200)
    expect((await ada.viewer()).email).toBe(ada.email)
    await testApp.settle()
    const held = await ada.browser.field('{ viewer { appSessions { appName } } }')
    expect(held.appSessions).toEqual([{ appName: 'Other' }])
  })

  test('the pages speak the language of the account, else of the browser, else of the network, and make names harmless', async () => {
    const ada = await member()
    const evil = await appOf(admin, network, { name: '<b>Wiki</b>' })
    const { id_token } = await exchange(testApp, evil, await openApp(ada, evil))
    const leave = async (language: string) => {
      const path = `/oidc/session/end?id_token_hint=${id_token}`
      return (await ada.browser.get(path, { accept: 'text/html', 'accept-language': language })).text()
    }
    expect(await leave('de')).toContain('Überall abmelden')
    const arabic = await leave('ar')
    expect(arabic).toContain('<html lang="ar" dir="rtl">')
    expect(arabic).not.toContain('<b>')
    expect(await leave('fr')).toContain('&#60;b&#62;Wiki&#60;/b&#62;')
    await ada.browser.field('mutation { setLocale(locale: JA) { __typename } }')
    expect(await leave('de')).toContain('サインアウトしますか')
    const stranger = testApp.browser()
    const wrong = `/oidc/auth?client_id=${app.id}&redirect_uri=https://evil.example/`
    await NetworkCollection.on(testApp.connection).updateOne({ _id: network.id }, { $set: { locale: 'es' } })
    expect(await (await stranger.get(wrong, { accept: 'text/html' })).text()).toContain('lang="es"')
    expect(await (await stranger.get(wrong, { accept: 'text/html', 'accept-language': 'pl' })).text()).toContain(
      'lang="pl"',
    )
    await NetworkCollection.on(testApp.connection).updateOne({ _id: network.id }, { $set: { locale: null } })
    const unknown = await stranger.get('/oidc/auth?client_id=x', { accept: 'text/html', 'accept-language': 'pl' })
    expect(await unknown.text()).toContain('Ten link nie zadziałał')
  })

  test('an address that is not on the list is not a way back from signing out', async () => {
    const ada = await member()
    const tokens = await exchange(testApp, app, await openApp(ada, app))
    const query = new URLSearchParams({
      id_token_hint: tokens.id_token,
      post_logout_redirect_uri: 'https://evil.example/',
    })
    expect((await ada.browser.get(`/oidc/session/end?${query}`)).status).toBe(400)
  })

  test('nothing of it may be framed', async () => {
    for (const path of ['/oidc/session/end', '/oidc/auth?client_id=x']) {
      const response = await testApp.browser().get(path, { accept: 'text/html' })
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    }
  })
})
