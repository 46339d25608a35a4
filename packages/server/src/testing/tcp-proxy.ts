import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A connection to a server that a test can cut, restore and clog. */
export class TcpProxy {
  readonly #sockets = new Set<Socket>()
  #state: 'open' | 'cut' | 'clogged' = 'open'

  private constructor(
    readonly port: number,
    private readonly server: ReturnType<typeof createServer>,
  ) {}

  static async to(target: { host: string; port: number }): Promise<TcpProxy> {
    const server = createServer((client) => proxy.#join(client, target))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const proxy = new TcpProxy((server.address() as AddressInfo).port, server)
    return proxy
  }

  /** As when the other side dies: every connection ends, and no new one comes about. */
  cut(): void {
    this.#state = 'cut'
    for (const socket of this.#sockets) socket.destroy()
  }

  /** As when the other side hangs: connections stay, and nothing comes through. */
  clog(): void {
    this.#state = 'clogged'
    for (const socket of this.#sockets) socket.pause()
  }

  mend(): void {
    this.#state = 'open'
    for (const socket of this.#sockets) socket.resume()
  }

  async close(): Promise<void> {
    this.cut()
    this.server.close()
    await once(this.server, 'close')
  }

  #join(client: Socket, target: { host: string; port: number }): void {
    if (this.#state === 'cut') {
      client.destroy()
      return
    }
    const upstream = connect(target)
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.#sockets.add(from)
      from.on('data', (chunk) => to.write(chunk))
      from.on('error', () => to.destroy())
      from.on('close', () => {
        this.#sockets.delete(from)
        to.destroy()
      })
      if (this.#state === 'clogged') from.pause()
    }
  }
}
