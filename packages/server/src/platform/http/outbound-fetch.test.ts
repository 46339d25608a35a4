import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { createOutboundFetch, UnreachableTargetError } from './outbound-fetch.js'
import { ForbiddenTargetError, resolveByDns } from './outbound-request.js'

let server: Server
let url: string
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/slow') return
    if (request.url === '/away') return response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
    if (request.url === '/large') return response.end('x'.repeat(2_000))
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => response.setHeader('x-method', request.method ?? '').end(body || 'nothing'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const anywhere = createOutboundFetch(
  { allowsPrivate: true, resolve: resolveByDns },
  { timeoutMs: 300, maxBytes: 1_000 },
)
const outside = createOutboundFetch({ allowsPrivate: false, resolve: resolveByDns }, { timeoutMs: 300 })

test('sends a request and returns the response, as fetch does', async () => {
  const answer = await anywhere(`${url}/`, { method: 'POST', body: new URLSearchParams({ a: '1 2' }) })
  expect([answer.status, answer.headers.get('x-method'), await answer.text()]).toEqual([200, 'POST', 'a=1+2'])
})

test('a redirect is returned, not followed', async () => {
  expect((await anywhere(`${url}/away`)).status).toBe(302)
})

test.each(['/slow', '/large'])('%s is abandoned', async (path) => {
  await expect(anywhere(`${url}${path}`)).rejects.toThrow(UnreachableTargetError)
})

test('where nobody listens', async () => {
  await expect(anywhere('http://127.0.0.1:1/')).rejects.toThrow(UnreachableTargetError)
})

describe('an address inside our own network is not requested', () => {
  it.each([
    'http://example.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://0x7f000001/',
    'https://localhost/',
    'file:///etc/passwd',
  ])('%s', async (target) => {
    await expect(outside(target)).rejects.toThrow(ForbiddenTargetError)
  })
})
