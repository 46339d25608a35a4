import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { listen } from '../../app.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { webAppRoute } from './web-app.route.js'

const HOST = 'login.example.com'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'), {
    env: {
      PUBLIC_URL: `https://${HOST}`,
      TWINLOCK_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      SMTP_URL: 'smtp://127.0.0.1:1',
    },
  })
})
afterAll(() => testApp.close())

/** As a proxy passes it on: `fetch` does not let a caller name the host. */
function get(path: string, host = HOST): Promise<{ status: number; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    request(`${testApp.url}${path}`, { headers: { host } }, (answer) => {
      answer.resume()
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers })
    })
      .on('error', reject)
      .end()
  })
}

describe('every answer', () => {
  test.each([
    '/',
    '/healthz',
    '/readyz',
    '/metrics',
    '/graphql',
    '/schema.graphql',
    '/dev/inbox.json',
    '/networks/1/audit.csv',
  ])('of %s holds the browser to this site', async (path) => {
    const { headers } = await get(path)
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    const policy = String(headers['content-security-policy']).split(';')
    for (const directive of [
      "default-src 'none'",
      "object-src 'none'",
      "script-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(directive)
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  test('holds an idle connection open for longer than a proxy in front does', async () => {
    const { headers } = await get('/healthz')
    const [, seconds] = /timeout=(\d+)/.exec(String(headers['keep-alive'])) ?? []
    expect(Number(seconds)).toBeGreaterThan(120)
  })

  test('to another name is refused, save what a load balancer asks', async () => {
    expect((await get('/', 'evil.example')).status).toBe(421)
    expect((await get('/graphql', 'evil.example')).status).toBe(421)
    expect((await get('/healthz', '10.0.0.7:4000')).status).toBe(200)
  })

  test('for the captured messages of a server in use is not found, whatever name it was asked by', async () => {
    for (const name of [HOST, 'evil.example', '127.0.0.1'])
      expect((await get('/dev/inbox.json', name)).status).toBe(404)
  })

  test('to its name with the port that https implies, or in capitals, is given', async () => {
    expect((await get('/graphql', `${HOST}:443`)).status).not.toBe(421)
    expect((await get('/graphql', HOST.toUpperCase())).status).not.toBe(421)
    expect((await get('/graphql', `${HOST}:80`)).status).toBe(421)
    expect((await get('/graphql', `${HOST}:4430`)).status).toBe(421)
  })
})

test("the operator's name and logo are in the page's head, escaped, and the logo may be shown by mail programs", async () => {
  const webDir = await mkdtemp(join(tmpdir(), 'twinlock-web-'))
  await mkdir(join(webDir, 'assets'))
  await writeFile(
    join(webDir, 'index.html'),
    '<meta name="application-name" content="Twinlock" /><title>Twinlock</title>',
  )
  await writeFile(join(webDir, 'logo.png'), 'png')
  const logo = { url: 'https://login.acme.example/product-logo.png', file: join(webDir, 'logo.png') }
  const server = await listen(express().use(webAppRoute(webDir, { name: 'Acme & Co', logo })), 0, '127.0.0.1')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const path of ['/', '/index.html', '/account']) {
    const page = await fetch(url + path)
    expect(page.headers.get('cache-control')).toBe('no-cache')
    expect(await page.text()).toBe(
      `<title>Acme &#38; Co</title><meta name="application-name" content="Acme &#38; Co" /><meta name="application-logo" content="${logo.url}" />`,
    )
  }
  const image = await fetch(`${url}/product-logo.png`)
  expect(image.headers.get('content-type')).toBe('image/png')
  expect(image.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  server.close()
  await rm(webDir, { recursive: true })
})

test('the files of the web app say what they are, to GET and HEAD alone', async () => {
  const webDir = await mkdtemp(join(tmpdir(), 'twinlock-web-'))
  await mkdir(join(webDir, 'assets'))
  await writeFile(join(webDir, 'index.html'), '<!doctype html>')
  await writeFile(join(webDir, 'assets/app.js'), '// ä')
  await writeFile(join(webDir, 'icon.svg'), '<svg/>')
  const server = await listen(express().use(webAppRoute(webDir, { name: 'Twinlock', logo: null })), 0, '127.0.0.1')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const typeOf = async (path: string) => (await fetch(url + path)).headers.get('content-type')
  expect(await typeOf('/assets/app.js')).toBe('text/javascript;charset=utf-8')
  expect(await typeOf('/icon.svg')).toBe('image/svg+xml;charset=utf-8')
  expect(await typeOf('/account')).toBe('text/html;charset=utf-8')
  // As a mail gateway leaves a link; the app puts it right.
  expect(await typeOf('/reset-password%23token=abc')).toBe('text/html;charset=utf-8')
  expect(await typeOf('/recovery/cancel%23token=rgr_abc.def')).toBe('text/html;charset=utf-8')
  expect(await typeOf('/recovery/cancel%2523token%3Drgr_abc.def')).toBe('text/html;charset=utf-8')
  expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404)
  expect((await fetch(`${url}/assets/`)).status).toBe(404)
  expect((await fetch(url, { method: 'POST' })).status).toBe(405)
  expect(await traced(url)).toBe(405)
  server.close()
  await rm(webDir, { recursive: true })
})

/** `fetch` refuses to send it. */
function traced(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { method: 'TRACE' }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}
