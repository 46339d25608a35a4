import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request as requestHttp, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import type { Person } from '../../testing/person.js'
import { APP_ENTRY } from '../oidc/oidc.fixture.js'

/** Where a program is; null where it is not installed. */
export function pathOf(...candidates: string[]): string | null {
  for (const candidate of candidates) {
    if (candidate.startsWith('/') && existsSync(candidate)) return candidate
    try {
      return execFileSync('which', [candidate], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    } catch {
      // Not there.
    }
  }
  return null
}

/** What a Node program imports whose clock a test moves: SIGUSR2 is four and a half minutes. */
export const MOVABLE_CLOCK = `data:text/javascript,const now = Date.now; let ahead = 0; Date.now = () => now() + ahead; process.on('SIGUSR2', () => { ahead += 270000; console.log(ahead) })`

/** A third-party program, with its configuration in a separate folder. */
export class Software {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly output: () => string,
  ) {}

  static async start(
    path: string,
    port: number,
    files: Record<string, string>,
    argsIn: (folder: string) => string[],
    env: Record<string, string> = {},
  ): Promise<Software> {
    const folder = await mkdtemp(join(tmpdir(), 'twinlock-proof-'))
    for (const [name, text] of Object.entries(files))
      await writeFile(join(folder, name), text.replaceAll('%FOLDER%', folder))
    let output = ''
    const child = spawn(path, argsIn(folder), {
      env: { ...process.env, HOME: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    const software = new Software(child, folder, () => output)
    for (let tries = 0; !(await answers(port)); tries += 1) {
      if (child.exitCode !== null || tries > 150) throw new Error(`${path} did not start:\n${output}`)
      await sleep(100)
    }
    return software
  }

  /** Moves a movable clock by four and a half minutes; it is then so far ahead. */
  async later(ahead: number): Promise<void> {
    this.child.kill('SIGUSR2')
    await vi.waitFor(() => expect(this.output()).toContain(String(ahead)))
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.kill('SIGTERM')
      await Promise.race([once(this.child, 'exit'), sleep(5_000)])
      this.child.kill('SIGKILL')
    }
    await rm(this.folder, { recursive: true, force: true })
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/** A request as it is written here, which no client would send. @returns the answer as it comes */
export function askRaw(port: string, line: string, headers: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('data', (chunk) => {
      answer += chunk
    })
    socket.once('end', () => resolve(answer))
    socket.once('error', reject)
    socket.write(`${[`${line} HTTP/1.1`, ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`)
  })
}

/** The app behind a proxy: it says what arrived. */
export async function startEcho(): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ url: request.url, headers: request.headers }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

export interface Visit {
  url: string
  status: number
  body: string
  // biome-ignore lint/suspicious/noExplicitAny: what the app echoes
  json(): any
}

/** A person at a browser: follows redirects over all hosts of this machine, and continues where a page of ours says. */
export class Visitor {
  readonly #jars = new Map<string, Map<string, string>>()
  lastEntry: { data?: { appEntry?: { __typename: string } }; errors?: { extensions: { code: string } }[] } | null = null

  constructor(
    readonly person: Person,
    readonly publicUrl: string,
  ) {
    this.#jars.set('localhost', person.browser.cookies)
  }

  cookies(hostname: string): Map<string, string> {
    const known = this.#jars.get(hostname) ?? new Map<string, string>()
    this.#jars.set(hostname, known)
    return known
  }

  async visit(address: string, headers: Record<string, string> = {}): Promise<Visit> {
    let url = address
    for (let step = 0; step < 25; step += 1) {
      const path = new URL(url)
      if (path.origin === this.publicUrl && /^\/open\/[^/]+$/.test(path.pathname)) {
        this.lastEntry = await this.person.browser.ask(APP_ENTRY, { id: path.pathname.slice('/open/'.length) })
        if (this.lastEntry?.data?.appEntry?.__typename !== 'AppEntryOpen')
          return { url, status: 200, body: '', json: () => null }
        url = `${url}/continue`
        continue
      }
      const answer = await this.ask(url, headers)
      const { location } = answer.headers
      if (!location) {
        const { status, body } = answer
        return { url, status, body, json: () => JSON.parse(body) }
      }
      url = new URL(location, url).href
    }
    throw new Error(`It led from one to the next, at last to ${url}.`)
  }

  ask(url: string, headers: Record<string, string> = {}) {
    const { hostname, port, pathname, search, host } = new URL(url)
    const jar = this.cookies(hostname)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Promise<{ status: number; headers: Record<string, string | undefined>; body: string }>(
      (resolve, reject) => {
        const asked = requestHttp(
          {
            host: '127.0.0.1',
            port: port || 80,
            path: pathname + search,
            headers: { host, cookie, accept: 'text/html', 'sec-fetch-mode': 'navigate', ...headers },
          },
          (response) => {
            for (const line of response.headers['set-cookie'] ?? []) {
              const [pair = ''] = line.split(';')
              const [name = '', value = ''] = pair.split(/=(.*)/s)
              if (value === '' || /max-age=0|expires=thu, 01[ -]jan[ -]1970/i.test(line)) jar.delete(name)
              else jar.set(name, value)
            }
            let body = ''
            response.on('data', (chunk) => {
              body += chunk
            })
            response.on('end', () =>
              resolve({ status: response.statusCode ?? 0, headers: response.headers as Record<string, string>, body }),
            )
          },
        )
        asked.on('error', reject)
        asked.end()
      },
    )
  }
}
