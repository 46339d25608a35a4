import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, afterEach, expect, inject, test } from 'vitest'
import { startSmtpServer } from '../platform/mail/smtp-server.fixture.js'
import { openMongoConnection } from '../platform/mongo/mongo-connection.js'
import { builtFile } from '../testing/built-file.js'
import { ServerProcess } from '../testing/server-process.js'

/** Servers that an orchestrator stops and replaces, as processes. */

const servers: ServerProcess[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop('SIGKILL')))
})

const uriOf = (database: string) => inject('mongodbUri').replace(/\/?(\?.*)?$/, `/${database}$1`)

const databases: string[] = []
afterAll(async () => {
  for (const database of databases) {
    const connection = await openMongoConnection(uriOf(database)).asPromise()
    await connection.dropDatabase()
    await connection.close()
  }
})

function settings(): Record<string, string> {
  const database = `rolling_${randomBytes(4).toString('hex')}`
  databases.push(database)
  return {
    MONGODB_URI: uriOf(database),
    TWINLOCK_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  }
}

async function start(env: Record<string, string>): Promise<ServerProcess> {
  const server = await ServerProcess.start(builtFile('main.js'), env)
  servers.push(server)
  return server
}

/** Sends requests to the servers that were ready when they were last asked, and repeats none. */
class LoadBalancer {
  readonly #servers = new Set<ServerProcess>()
  #ready: ServerProcess[] = []
  #isEnding = false
  readonly failures: string[] = []
  answered = 0

  add(server: ServerProcess): void {
    this.#servers.add(server)
  }

  async watch(): Promise<void> {
    while (!this.#isEnding) {
      const asked = [...this.#servers]
      const answers = await Promise.all(asked.map((server) => server.ready()))
      this.#ready = asked.filter((_, place) => answers[place] === 200)
      await sleep(100)
    }
  }

  async client(): Promise<void> {
    for (let place = 0; !this.#isEnding; place += 1) {
      const server = this.#ready[place % this.#ready.length]
      if (!server) await sleep(20)
      else await this.#ask(server)
    }
  }

  end(): void {
    this.#isEnding = true
  }

  async #ask({ url }: ServerProcess): Promise<void> {
    const input = { name: 'Ada', email: `${randomBytes(6).toString('hex')}@example.com`, password: 'short' }
    const query = 'mutation($input: SignUpInput!) { signUp(input: $input) { __typename } }'
    const asked = fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { input } }),
    })
    await asked.then(
      async (answer) => {
        const text = await answer.text()
        if (answer.status === 200 && text.includes('InvalidInput')) this.answered += 1
        else this.failures.push(`${answer.status} ${text}`)
      },
      (error: unknown) => this.failures.push(String((error as Error).cause ?? error)),
    )
  }
}

test('two servers are replaced one after the other under load, and not one request fails', async () => {
  const env = { ...settings(), NODE_ENV: 'production', TWINLOCK_MIGRATE: 'on' }
  const [one, two] = await Promise.all([start(env), start(env)])
  await Promise.all([one.untilReady(), two.untilReady()])
  const balancer = new LoadBalancer()
  balancer.add(one)
  balancer.add(two)
  const running = [balancer.watch(), ...Array.from({ length: 8 }, () => balancer.client())]
  for (const old of [one, two]) {
    const next = await start(env)
    balancer.add(next)
    await next.untilReady()
    await sleep(200)
    const stopping = old.stop()
    await old.untilReady(503)
    expect(await stopping).toBeLessThan(10_000)
    expect(old.child.exitCode).toBe(0)
  }
  await sleep(200)
  balancer.end()
  await Promise.all(running)
  expect(balancer.failures).toEqual([])
  expect(balancer.answered).toBeGreaterThan(100)
})

test('a server is gone within ten seconds of SIGTERM, with a mail server that never answers', async () => {
  let reach = () => {}
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  const mails = await startSmtpServer({
    answer: () => {
      reach()
      return new Promise(() => {})
    },
  })
  const server = await (await start({ ...settings(), SMTP_URL: mails.url })).untilReady()
  const input = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery staple' }
  const query = 'mutation($input: SignUpInput!) { signUp(input: $input) { __typename } }'
  await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  })
  await reached
  expect(await server.stop()).toBeLessThan(10_000)
  expect(server.child.exitCode).toBe(0)
  await mails.close()
})

test('in production a server on an empty database waits for `twinlock migrate`, and then serves without a restart', async () => {
  const env = { ...settings(), NODE_ENV: 'production' }
  const server = await (await start(env)).untilReady(503)
  expect(server.output).toContain('twinlock migrate')
  expect(server.output).not.toContain('Twinlock is ready')
  await promisify(execFile)(process.execPath, [builtFile('cli.js'), 'migrate'], {
    env: { PATH: process.env.PATH, ...env },
  })
  await server.untilReady()
})
