import { once } from 'node:events'
import { createServer, request } from 'node:http'

export type LoadBalancer = { close(): Promise<void> }

/** How many server processes stand behind each address: E2E_SERVERS. */
export const serverCount = Number(process.env.E2E_SERVERS ?? 1)

/** A load balancer without sticky sessions: each request goes to the next server. */
export async function startLoadBalancer(port: number, servers: readonly string[]): Promise<LoadBalancer> {
  let turn = 0
  const balancer = createServer((incoming, outgoing) => {
    const { hostname, port } = new URL(servers[turn++ % servers.length] ?? '')
    const { method, url: path, headers } = incoming
    const passedOn = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    passedOn.on('error', () => outgoing.destroy())
    outgoing.on('close', () => passedOn.destroy())
    incoming.pipe(passedOn)
  }).listen(port, 'localhost')
  await once(balancer, 'listening')
  return {
    async close() {
      balancer.closeAllConnections()
      balancer.close()
      await once(balancer, 'close')
    },
  }
}
