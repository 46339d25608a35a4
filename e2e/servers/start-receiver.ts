import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Heard {
  id: string
  type: string
  path: string
  /** Whether it was signed with this secret: reckoned by hand, after the Standard Webhooks specification. */
  isSignedWith(secret: string): boolean
}

/** Another system's end of a webhook. */
export class HookReceiver {
  readonly heard: Heard[] = []
  /** What it answers from now on. */
  status = 204

  private constructor(private readonly server: Server) {
    server.on('request', async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      this.heard.push(heardOf(request.url ?? '', request.headers, Buffer.concat(chunks).toString()))
      response.writeHead(this.status).end()
    })
  }

  static async start(): Promise<HookReceiver> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new HookReceiver(server)
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  close(): void {
    this.server.close()
    this.server.closeAllConnections()
  }
}

function heardOf(path: string, headers: IncomingHttpHeaders, body: string): Heard {
  const id = String(headers['webhook-id'])
  const signatures = String(headers['webhook-signature']).split(' ')
  return {
    id,
    type: JSON.parse(body).type,
    path,
    isSignedWith(secret) {
      const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
      const signed = createHmac('sha256', key).update(`${id}.${headers['webhook-timestamp']}.${body}`).digest('base64')
      return signatures.includes(`v1,${signed}`)
    },
  }
}
