import { once } from 'node:events'
import { createServer } from 'node:net'

/** @returns this port of this machine, any for 0; undefined while another process listens on it */
export async function tryPort(port) {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return undefined
  }
  const free = server.address().port
  server.close()
  await once(server, 'close')
  return free
}
