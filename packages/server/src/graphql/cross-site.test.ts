import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { newPerson, type Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

let testApp: TestApp
let ada: Person
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  ada = await newPerson(testApp).signUp()
})
afterAll(() => testApp.close())

const SIGN_OUT = JSON.stringify({ query: 'mutation { signOut }' })
const cookie = () => [...ada.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')

/** Sends bytes as they are: `fetch` would repair what an attacker breaks. */
function raw(
  method: string,
  path: string,
  headers: Record<string, string | string[]>,
  body: string | Buffer = '',
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { hostname, port, host } = new URL(testApp.url)
  return new Promise((resolve, reject) => {
    const sent = request(
      { method, hostname, port, path, headers: { host, cookie: cookie(), ...headers } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }),
        )
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
const json = { 'content-type': 'application/json' }
const stillSignedIn = async () => expect(await ada.viewer()).toMatchObject({ email: ada.email })

describe('K01 a request that another site can make', () => {
  const query = encodeURIComponent('mutation { signOut }')
  test.each<[string, string, string, Record<string, string | string[]>, string | Buffer]>([
    ['GET', 'GET', `/graphql?query=${query}`, {}, ''],
    ['GET of a query', 'GET', '/graphql?query=%7Bviewer%7Bemail%7D%7D', {}, ''],
    ['GET with a content type', 'GET', `/graphql?query=${query}`, json, ''],
    ['HEAD', 'HEAD', `/graphql?query=${query}`, {}, ''],
    ['PUT', 'PUT', '/graphql', json, SIGN_OUT],
    [
      'a preflight',
      'OPTIONS',
      '/graphql',
      { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      '',
    ],
    ['text', 'POST', '/graphql', { 'content-type': 'text/plain' }, SIGN_OUT],
    ['a form', 'POST', '/graphql', { 'content-type': 'application/x-www-form-urlencoded' }, `query=${query}`],
    [
      'an upload',
      'POST',
      '/graphql',
      { 'content-type': 'multipart/form-data; boundary=x' },
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${SIGN_OUT}\r\n--x--`,
    ],
    ['no content type', 'POST', '/graphql', {}, SIGN_OUT],
    ['an empty content type', 'POST', '/graphql', { 'content-type': '' }, SIGN_OUT],
    ['JSON in an unknown charset', 'POST', '/graphql', { 'content-type': 'application/json; charset=x' }, SIGN_OUT],
    [
      'a content type that only looks like JSON',
      'POST',
      '/graphql',
      { 'content-type': 'text/plain; application/json' },
      SIGN_OUT,
    ],
    ['two content types', 'POST', '/graphql', { 'content-type': ['text/plain', 'application/json'] }, SIGN_OUT],
    ['another site', 'POST', '/graphql', { ...json, origin: 'https://evil.example' }, SIGN_OUT],
    ['a site of our name', 'POST', '/graphql', { ...json, origin: 'http://localhost:4000.evil.example' }, SIGN_OUT],
    ['another port of this machine', 'POST', '/graphql', { ...json, origin: 'http://localhost:9999' }, SIGN_OUT],
    ['another scheme', 'POST', '/graphql', { ...json, origin: 'https://localhost:4000' }, SIGN_OUT],
    ['no site at all', 'POST', '/graphql', { ...json, origin: 'null' }, SIGN_OUT],
    ['an origin that is none', 'POST', '/graphql', { ...json, origin: 'x' }, SIGN_OUT],
    ['a browser that says cross-site', 'POST', '/graphql', { ...json, 'sec-fetch-site': 'cross-site' }, SIGN_OUT],
    ['another name of this machine', 'POST', '/graphql', { ...json, host: 'evil.example' }, SIGN_OUT],
    ['no Host that anybody knows', 'POST', '/graphql', { ...json, host: '169.254.169.254' }, SIGN_OUT],
  ])('does nothing: %s', async (_, method, path, headers, body) => {
    const answer = await raw(method, path, headers, body)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(answer.body).not.toMatch(/node_modules|\bat .*:\d+:\d+/)
    await stillSignedIn()
  })

  test('and the same from our own origin does', async () => {
    const bob = await newPerson(testApp).signUp()
    const origin = testApp.url
    expect((await bob.browser.post(SIGN_OUT, { origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect(await bob.viewer()).toBeNull()
  })
})

describe('a body', () => {
  const post = (body: string | Buffer, headers = {}) => raw('POST', '/graphql', { ...json, ...headers }, body)

  test.each([
    ['that is no JSON', '{'],
    ['that is empty', ''],
    ['of another kind', '"x"'],
    ['null', 'null'],
    ['a number', '1e309'],
    ['an empty batch', '[]'],
    ['a batch', `[${SIGN_OUT},${SIGN_OUT}]`],
    ['without a query', '{}'],
    ['with a query that is an object', '{"query":{"$gt":""}}'],
    ['with variables that are a list', '{"query":"{ viewer { id } }","variables":[]}'],
    ['with an operation that is not there', '{"query":"{ viewer { id } }","operationName":"x"}'],
    ['larger than 100 kB', `{"query":"{ viewer { id } }","x":"${'x'.repeat(100_000)}"}`],
  ])('%s is refused with words', async (_, body) => {
    const answer = await post(body)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.body).not.toMatch(/node_modules|\bat .*:\d+:\d+/)
    if (answer.body.includes('"code"')) expect(answer.body).toMatch(/"code":"(BAD_REQUEST|BAD_USER_INPUT|GRAPHQL_\w+)"/)
    await stillSignedIn()
  })

  test('that unfolds to more than 100 kB is refused while it unfolds', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 'x'))
    expect((await post(bomb, { 'content-encoding': 'gzip' })).status).toBe(413)
  })
})

describe('headers', () => {
  test.each(['/', '/graphql', '/healthz', '/nowhere'])(
    '%s is not framed, sniffed, referred to or scripted',
    async (path) => {
      const { headers } = await raw('GET', path, {})
      if (path === '/healthz') return
      expect(headers['content-security-policy']).toContain("script-src 'self'")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|http:/)
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['strict-transport-security'], 'only under https').toBeUndefined()
    },
  )

  test('answers of the API are never cached', async () => {
    const { headers } = await raw('POST', '/graphql', json, '{"query":"{ viewer { email } }"}')
    expect(headers['cache-control']).toBe('no-store')
  })
})

describe('under https', () => {
  let secure: TestApp
  beforeAll(async () => {
    const { host } = new URL(testApp.url)
    secure = await startTestApp(inject('mongodbUri'), {
      // The address behind a proxy that ends TLS: what the browser sees is https.
      env: { PUBLIC_URL: 'https://localhost' },
    })
    expect(host).toMatch(/:\d+$/)
  })
  afterAll(() => secure.close())

  test('cookies are Secure and bound to the host, and HSTS is said', async () => {
    const { port } = new URL(secure.url)
    const answer = await new Promise<Record<string, unknown>>((resolve, reject) => {
      const sent = request(
        { method: 'POST', hostname: '127.0.0.1', port, path: '/graphql', headers: { ...json, host: 'localhost' } },
        (response) => {
          response.resume()
          resolve(response.headers)
        },
      )
      sent.on('error', reject)
      sent.end(
        JSON.stringify({
          query: 'mutation { signIn(input: { email: "x@example.com", password: "x" }) { __typename } }',
        }),
      )
    })
    expect(answer['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-twinlock_browser=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ])
    expect(answer['strict-transport-security']).toMatch(/max-age=\d{8}/)
  })
})
