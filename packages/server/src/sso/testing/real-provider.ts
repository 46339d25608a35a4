import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../testing/free-port.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import { placeOf } from './sso-story.js'

const PACKAGE = fileURLToPath(new URL('../../../../demo-identity-provider', import.meta.url))
const TSX = fileURLToPath(new URL('../../../../../node_modules/.bin/tsx', import.meta.url))

/** The client that it knows, as written in its own source. */
export const REAL_CLIENT = { id: 'twinlock', secret: 'demo-secret-for-trying-out' }

export interface RealPerson {
  id: string
  name: string
  email: string
  isEmailVerified: boolean
  amr: string[] | null
  acr: string | null
  isActive: boolean
}

/** oidc-provider in a separate process, on the machine's clock. */
export class RealProvider {
  private constructor(
    readonly issuer: string,
    private readonly child: ChildProcess,
  ) {}

  /**
   * @param serverUrl where it reports sign-outs; browsers know the server by its default address
   * @param people without any, the two of the demo
   */
  static async start(serverUrl: string, people?: readonly RealPerson[]): Promise<RealProvider> {
    const issuer = `http://localhost:${await freePort()}`
    const child = spawn(TSX, ['src/main.ts'], {
      cwd: PACKAGE,
      env: {
        PATH: process.env.PATH,
        DEMO_PROVIDER_ISSUER: issuer,
        DEMO_PROVIDER_FOR: 'http://localhost:4000',
        DEMO_PROVIDER_TELLS: serverUrl,
        ...(people ? { DEMO_PROVIDER_PEOPLE: JSON.stringify(people) } : {}),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    for await (const text of child.stdout) if (String(text).includes('is ready')) return new RealProvider(issuer, child)
    throw new Error('The provider ended before it was ready.')
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM')
    await once(this.child, 'exit')
  }

  /** Signs in there as a person, by its pages. @returns where the browser is sent back to, as path and query */
  async signIn(authorizationUrl: string, person: string, jar = new ProviderJar()): Promise<string> {
    let place = new URL(authorizationUrl)
    for (let hops = 0; hops < 10; hops++) {
      const response = await jar.get(place)
      const location = response.headers.get('location')
      if (!location) {
        // The page that asks who it is.
        const chosen = await jar.post(place, new URLSearchParams({ person }))
        place = new URL(placeOf(chosen), place)
        continue
      }
      place = new URL(location, place)
      if (place.origin !== this.issuer) return place.pathname + place.search
    }
    throw new Error('The provider did not send the browser back.')
  }

  /** Goes there by a network's address and comes back. @returns where the browser ends up */
  async signInByProvider(
    browser: TestBrowser,
    slug: string,
    person: string,
    query = '',
    jar = new ProviderJar(),
  ): Promise<string> {
    const start = placeOf(await browser.get(`/sso/start/${slug}${query}`))
    if (!start.startsWith(this.issuer)) return start
    return placeOf(await browser.get(await this.signIn(start, person, jar)))
  }

  async switchOff(person: string): Promise<void> {
    const body = new URLSearchParams({ isActive: 'false' })
    await fetch(`${this.issuer}/people/${person}`, { method: 'POST', body, redirect: 'manual' })
  }
}

/** The provider's cookies in a person's browser. */
export class ProviderJar {
  readonly #cookies = new Map<string, string>()

  get(url: URL): Promise<Response> {
    return this.#send(url, {})
  }

  post(url: URL, body: URLSearchParams): Promise<Response> {
    return this.#send(url, { method: 'POST', body })
  }

  async #send(url: URL, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...init, headers: { cookie }, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      this.#cookies.set(name, value)
    }
    return response
  }
}
