import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BrowserContext } from '@playwright/test'
import { freePort } from '../../packages/server/src/testing/free-port'
import type { ClockAnswer, ClockRequest } from './clock-control'
import { serverCount, startLoadBalancer } from './load-balancer'
import { operate } from './operate'
import { capturedMessages, type Twinlock } from './twinlock'

const root = fileURLToPath(new URL('../../', import.meta.url))
const ENDED: ClockAnswer = { kind: 'failed', reason: 'it ended by itself' }

export type ClockedTwinlock = Twinlock & {
  /** Lets time go by, here and in every browser that is open: what is due, happens. */
  pass(milliseconds: number): Promise<void>
  /** Lets the worker do what is due now. */
  settle(): Promise<void>
  stop(): Promise<void>
}

/** Starts server-with-clock.ts on a database of its own; several of it behind one address if E2E_SERVERS says so. */
export async function startClockedServer(env: Record<string, string> = {}): Promise<ClockedTwinlock> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const database = {
    MONGODB_URI: withDatabase(process.env.E2E_MONGODB_URI ?? '', `clock_${randomBytes(6).toString('hex')}`),
  }
  const ports = serverCount === 1 ? [port] : await Promise.all(Array.from({ length: serverCount }, freePort))
  const servers: ServerProcess[] = []
  for (const own of ports) servers.push(await startProcess({ PORT: String(own), PUBLIC_URL: url, ...database, ...env }))
  const balancer =
    serverCount === 1
      ? null
      : await startLoadBalancer(
          port,
          ports.map((own) => `http://localhost:${own}`),
        )
  const browsers = new Set<BrowserContext>()
  let ahead = 0
  return {
    url,
    now: () => new Date(Date.now() + ahead),
    messages: () => capturedMessages(url),
    async welcome(context) {
      await context.clock.install({ time: new Date(Date.now() + ahead) })
      browsers.add(context)
      context.once('close', () => browsers.delete(context))
    },
    async pass(milliseconds) {
      ahead += milliseconds
      // Their workers race for what is due, as they do anywhere.
      await Promise.all(servers.map(({ ask }) => ask({ kind: 'pass', milliseconds })))
      for (const browser of browsers) await browser.clock.fastForward(milliseconds)
    },
    async settle() {
      await Promise.all(servers.map(({ ask }) => ask({ kind: 'settle' })))
    },
    // Its keys are those of its data folder, which the database is sealed with.
    operate: (...command) => operate(command, { ...database, TWINLOCK_DATA_DIR: process.env.E2E_DATA_DIR ?? '' }),
    async stop() {
      await balancer?.close()
      for (const server of servers) await server.stop()
    },
  }
}

type ServerProcess = { ask(request: ClockRequest): Promise<void>; stop(): Promise<void> }

async function startProcess(env: Record<string, string>): Promise<ServerProcess> {
  const child = fork(`${root}e2e/servers/server-with-clock.ts`, {
    cwd: root,
    execArgv: ['--import', 'tsx', '--conditions=@twinlock/source'],
    env: {
      PATH: process.env.PATH,
      TSX_TSCONFIG_PATH: `${root}packages/server/tsconfig.json`,
      TWINLOCK_DATA_DIR: process.env.E2E_DATA_DIR,
      TWINLOCK_EMBEDDED: '1',
      TWINLOCK_DEMO: 'off',
      // Stories begin with what the free plan refuses.
      DEFAULT_PLAN: 'FREE',
      TRUSTED_PROXIES: '127.0.0.1',
      // It alarms, rightly, that its clock is not the database's.
      LOG_LEVEL: process.env.E2E_LOG_LEVEL ?? 'fatal',
      ...env,
    },
  })
  const ended = once(child, 'exit')
  const answered = async () => {
    const message = once(child, 'message') as Promise<[ClockAnswer]>
    const [answer] = await Promise.race([message, ended.then((): [ClockAnswer] => [ENDED])])
    if (answer.kind === 'failed') throw new Error(`The server with a clock failed: ${answer.reason}`)
  }
  await answered()
  return {
    async ask(request) {
      child.send(request)
      await answered()
    },
    async stop() {
      child.disconnect()
      await ended
    },
  }
}

function withDatabase(uri: string, name: string): string {
  return uri.replace(/\/?(\?.*)?$/, `/${name}$1`)
}
