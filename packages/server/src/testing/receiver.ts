import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Received {
  headers: IncomingHttpHeaders
  body: string
  path: string
}

/** Another system's end of a webhook, on this machine. */
export class Receiver {
  readonly received: Received[] = []
  /** What it answers, until a test sets another answer. */
  answer: { status: number; headers?: Record<string, string> } = { status: 204 }
  /** Answered 400, whatever the rest is answered. */
  refuses: (received: Received) => boolean = () => false
  /** Takes requests and answers none. */
  isSilent = false
  /** The most requests that were open at the same time. */
  mostAtOnce = 0
  #open = 0

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async start(): Promise<Receiver> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const receiver = new Receiver(server, (server.address() as AddressInfo).port)
    server.on('request', async (request, response) => {
      receiver.mostAtOnce = Math.max(receiver.mostAtOnce, ++receiver.#open)
      response.once('close', () => --receiver.#open)
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const body = Buffer.concat(chunks).toString()
      const received = { headers: request.headers, body, path: request.url ?? '' }
      receiver.received.push(received)
      if (receiver.isSilent) return
      const { status, headers } = receiver.refuses(received) ? { status: 400 } : receiver.answer
      response.writeHead(status, headers).end()
    })
    return receiver
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hooks`
  }

  types(): string[] {
    return this.received.map(({ body }) => JSON.parse(body).type)
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}
