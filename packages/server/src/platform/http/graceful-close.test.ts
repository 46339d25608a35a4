import { once } from 'node:events'
import { Agent, createServer, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { gracefulCloseOf } from './graceful-close.js'

test('a request under way is answered, and a client that asks without pause on its connection is let go', async () => {
  let answer = () => {}
  const server = createServer((_request, response) => {
    answer = () => response.end('done')
  })
  const { close } = gracefulCloseOf(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const asked = once(get({ port, agent, host: '127.0.0.1' }), 'response') as Promise<[IncomingMessage]>
  await once(server, 'request')
  const closed = close()
  answer()
  const [response] = await asked
  expect(response.headers.connection).toBe('close')
  response.resume()
  await closed
  await expect(once(get({ port, agent, host: '127.0.0.1' }), 'response')).rejects.toThrow('ECONNREFUSED')
})
