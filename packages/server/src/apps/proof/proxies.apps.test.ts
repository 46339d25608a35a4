import type { Server } from 'node:http'
import { gateHeaders, type RecipeName, recipeOf } from '@twinlock/shared/app-recipes'
import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { NetworkCollection } from '../../networks/network.model.js'
import { newPerson } from '../../testing/person.js'
import { appOf } from '../app.fixture.js'
import { askRaw, pathOf, Software, startEcho } from './software.fixture.js'
import { Stage } from './stage.fixture.js'

/** As Debian packages them; each takes the recipe of the Apps page as it is, but for the ports of this machine. */
const proxies: [
  RecipeName,
  string | null,
  (recipe: string, port: number, host: string) => Record<string, string>,
  (folder: string) => string[],
][] = [
  [
    'nginx',
    pathOf('nginx', '/usr/sbin/nginx'),
    (recipe, port) => ({
      'nginx.conf': `daemon off; master_process off; pid %FOLDER%/pid; error_log stderr;
events {}
http {
  access_log off; underscores_in_headers on; client_body_temp_path %FOLDER%/b; proxy_temp_path %FOLDER%/p; fastcgi_temp_path %FOLDER%/f; uwsgi_temp_path %FOLDER%/u; scgi_temp_path %FOLDER%/s;
  ${recipe.replace('listen 443 ssl', `listen 127.0.0.1:${port}`)}
}`,
    }),
    (folder) => ['-c', `${folder}/nginx.conf`, '-p', folder],
  ],
  [
    'caddy',
    pathOf('caddy'),
    (recipe, _, host) => ({
      Caddyfile: `{\n  admin off\n  auto_https off\n}\n${recipe.replace(`${host} {`, `http://${host} {`)}`,
    }),
    (folder) => ['run', '--config', `${folder}/Caddyfile`, '--adapter', 'caddyfile'],
  ],
  [
    'traefik',
    pathOf('traefik'),
    (recipe, port) => ({
      'traefik.yaml': `entryPoints: { web: { address: "127.0.0.1:${port}" } }
providers: { file: { filename: "%FOLDER%/dynamic.yaml" } }`,
      'dynamic.yaml': recipe,
    }),
    (folder) => [`--configFile=${folder}/traefik.yaml`],
  ],
]

describe.each(proxies)('%s in front of an app', (name, path, filesOf, argsIn) => {
  if (!path) {
    test('is on this machine', (context) => context.skip(`${name} is not installed`))
    return
  }
  let stage: Stage
  let echo: { server: Server; port: number }
  let proxy: Software
  let base: string
  beforeAll(async () => {
    stage = await Stage.set(inject('mongodbUri'))
    const { publicUrl, port, admin, network } = stage
    const host = `wiki.localhost:${port}`
    base = `http://${host}`
    echo = await startEcho()
    await appOf(admin, network, {
      redirectUris: [],
      hosts: [host],
      pathRules: [
        { prefix: '/public', isPublic: true },
        { prefix: '/admin', access: 'ADMINS' },
      ],
    })
    await appOf(admin, network, {
      name: 'Public',
      redirectUris: [],
      hosts: [`public.localhost:${port}`, 'wiki.localhost:1'],
      pathRules: [{ prefix: '/', isPublic: true }],
    })
    const values = { publicUrl, clientId: '', clientSecret: null, redirectUri: '', host }
    const recipe = recipeOf(name, values).replaceAll('127.0.0.1:3000', `127.0.0.1:${echo.port}`)
    proxy = await Software.start(path, port, filesOf(recipe, port, host), argsIn)
  })
  afterAll(async () => {
    await proxy?.stop()
    echo?.server.close()
    await stage?.testApp.close()
  })

  test('sent to the sign-in and back to the requested page; the app learns who it is, and sees no cookie of the gate', async () => {
    const visitor = await stage.member()
    const page = await visitor.visit(`${base}/page?x=1`)
    expect([page.status, page.url]).toEqual([200, `${base}/page?x=1`])
    const { url, headers } = page.json()
    expect(url).toBe('/page?x=1')
    expect(headers).toMatchObject({
      'remote-email': visitor.person.email,
      'remote-groups': 'MEMBER',
      'remote-acr': 'urn:twinlock:acr:1',
    })
    expect(visitor.cookies('wiki.localhost').has('twinlock_gate')).toBe(true)
    const cookies = visitor.cookies('wiki.localhost')
    for (const name of ['twinlock_gate_nonce', '__Host-twinlock_gate', '__Host-twinlock_gate_nonce'])
      cookies.set(name, 'x')
    cookies.set('theirs', 'kept')
    cookies.set('large', 'x'.repeat(7_000))
    const again = (await visitor.visit(`${base}/page`)).json().headers
    expect(again.cookie ?? '').not.toContain('twinlock_gate')
    expect(again.cookie).toContain('theirs=kept')
  })

  test('smuggling: names that a client writes into the headers never arrive', async () => {
    const visitor = await stage.member()
    const forged = Object.fromEntries(
      gateHeaders.flatMap((header) => [
        [header, 'forged'],
        [header.replaceAll('-', '_'), 'forged'],
        [header.toUpperCase().replaceAll('-', '_'), 'forged'],
      ]),
    )
    for (const path of ['/public/logo', '/page']) {
      const arrived = (await visitor.visit(`${base}${path}`, forged)).json()
      expect(JSON.stringify(arrived.headers)).not.toContain('forged')
      expect(arrived.headers['remote-email'] ?? '').toBe(path === '/page' ? visitor.person.email : '')
    }
    const twisted = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Uri': '/public/x' }
    const admins = await visitor.visit(`${base}/admin`, twisted)
    expect(admins.status).toBe(403)
  })

  test('smuggling: the host of a public app opens no other, whichever way a request names it', async () => {
    const { host, port } = new URL(base)
    expect(await askRaw(port, 'GET /page', [`Host: ${host}`])).toMatch(/^HTTP\/1\.1 302 /)
    for (const [line, named] of [
      ['GET /page', `public.localhost:${port}`],
      ['GET /page', 'wiki.localhost:1'],
      [`GET ${base}/page`, `public.localhost:${port}`],
      [`GET http://public.localhost:${port}/page`, host],
    ] as const) {
      const answer = await askRaw(port, line, [`Host: ${named}`])
      expect(answer, `${line}, ${named}`).not.toContain('"url":"/page"')
    }
  })

  test('smuggling: what the gate says reaches the app, though a client names it in Connection', async () => {
    const visitor = await stage.member()
    await visitor.visit(`${base}/`)
    for (const connection of ['close, Remote-User, remote-email', 'Upgrade, Remote-User, Remote-Email']) {
      const { headers } = (await visitor.visit(`${base}/page`, { connection, upgrade: 'websocket' })).json()
      expect(headers, connection).toMatchObject({
        'remote-user': expect.stringMatching(/./),
        'remote-email': visitor.person.email,
      })
      if (name === 'caddy' && connection.startsWith('Upgrade')) expect(headers.upgrade).toBe('websocket')
    }
  })

  test('a path for Admins is refused to a member, and an ambiguous one to everyone', async () => {
    const visitor = await stage.member()
    await visitor.visit(`${base}/`)
    expect((await visitor.visit(`${base}/admin/users`)).status).toBe(403)
    expect((await visitor.ask(`${base}/public/%2e%2e/admin`)).status).toBeGreaterThanOrEqual(400)
    expect((await visitor.ask(`${base}/public%2f..%2fadmin`)).status).toBeGreaterThanOrEqual(400)
    const { host, port } = new URL(base)
    expect(await askRaw(port, 'GET /public#/../admin/', [`Host: ${host}`])).toMatch(/^HTTP\/1\.1 4/)
  })

  test('the deadline passes: out with the next click, set up in the sign-in, and back on the requested page', async () => {
    const visitor = await stage.member()
    expect((await visitor.visit(`${base}/page`)).status).toBe(200)
    const { testApp, network } = stage
    const now = testApp.clock.now()
    const deadline = new Date(now.getTime() + HOUR)
    const mandate = { activationId: 'act_1', activatedAt: now, activatedBy: { accountId: 'x', name: 'Olga' }, deadline }
    await NetworkCollection.on(testApp.connection).updateOne({ _id: network.id }, { $set: { mandate } })
    testApp.clock.set(new Date(deadline.getTime() - 1))
    expect((await visitor.visit(`${base}/page`)).url).toBe(`${base}/page`)
    testApp.clock.set(deadline)
    const out = await visitor.visit(`${base}/page?y=2`)
    expect(out.url).toMatch(/\/open\/gte_/)
    expect(visitor.lastEntry?.errors?.[0]?.extensions.code).toBe('TWO_FACTOR_SETUP_REQUIRED')
    // The network opens again: here the Admin withdraws the requirement; tests of the set-up itself are elsewhere.
    await NetworkCollection.on(testApp.connection).updateOne({ _id: network.id }, { $set: { mandate: null } })
    const back = await visitor.visit(out.url)
    expect([back.status, back.url]).toEqual([200, `${base}/page?y=2`])
  })

  test('a member of another network never reaches the app', async () => {
    const stranger = stage.visitor(await newPerson(stage.testApp).signUp())
    const stopped = await stranger.visit(`${base}/page`)
    expect(stopped.url).toMatch(/\/open\/gte_/)
    expect(stranger.lastEntry?.data?.appEntry).toMatchObject({ reason: 'NO_MEMBER' })
  })
})
