import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ReceivedRequest {
  method: string
  url: string
  headers: Record<string, string | string[] | undefined>
  body: string
}

export interface ProviderAnswer {
  status: number
  headers?: Record<string, string>
  body?: string
}

export interface LocalProvider {
  origin: string
  received: ReceivedRequest[]
  close(): Promise<void>
}

/** An HTTP server on this machine in a provider's place. An answer of null leaves the caller waiting. */
export async function startProvider(
  answer: (request: ReceivedRequest) => ProviderAnswer | null,
): Promise<LocalProvider> {
  const received: ReceivedRequest[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = '', url = '', headers } = request
    const whole = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') }
    received.push(whole)
    const reply = answer(whole)
    if (reply)
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers }).end(reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
