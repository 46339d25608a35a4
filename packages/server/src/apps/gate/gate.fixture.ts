import { type OutgoingHttpHeaders, request } from 'node:http'
import { expect } from 'vitest'
import type { Person } from '../../testing/person.js'
import type { TestApp } from '../../testing/test-app.js'
import { APP_ENTRY } from '../oidc/oidc.fixture.js'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

export const HOST = 'wiki.localhost'

/** An app at two hosts, with a rule of each kind. */
export const gatedWiki = {
  redirectUris: [],
  hosts: [HOST, 'other.localhost'],
  pathRules: [
    { prefix: '/public', isPublic: true },
    { prefix: '/admin', access: 'ADMINS' },
    { prefix: '/secret', requires: 'SECOND_STEP' },
    { prefix: '/money', withinMinutes: 10 },
  ],
}

/** As a proxy asks: `fetch` would not let a Host header through. */
export function askRaw({ url }: TestApp, path: string, headers: OutgoingHttpHeaders): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { headers }, (response) => {
      let body = ''
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** One browser at one host of an app, seen through a proxy. */
export class AtHost {
  cookies = new Map<string, string>()
  constructor(
    private readonly testApp: TestApp,
    readonly host: string,
    readonly scheme: 'http' | 'https' = 'http',
  ) {}

  gate(uri: string, more: OutgoingHttpHeaders = {}, mode = '') {
    return askRaw(this.testApp, `/gate${mode}`, {
      'x-forwarded-host': this.host,
      'x-forwarded-proto': this.scheme,
      'x-forwarded-uri': uri,
      'x-forwarded-method': 'GET',
      cookie: this.#cookie(),
      ...more,
    })
  }

  async go(path: string): Promise<Answer> {
    const answer = await askRaw(this.testApp, path, {
      host: this.host,
      'x-forwarded-proto': this.scheme,
      cookie: this.#cookie(),
    })
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = line.split(';')
      const [name = '', value = ''] = pair.split('=')
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    return answer
  }

  #cookie() {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}

export const pathIn = (location: unknown) => {
  const url = new URL(String(location))
  return url.pathname + url.search
}

/** Through the sign-in and back, as the redirects lead. */
export async function through(person: Person, host: AtHost, to = '/page'): Promise<Answer> {
  const start = await host.go(`/.twinlock/start?to=${encodeURIComponent(to)}`)
  const open = pathIn(start.headers.location)
  const { appEntry } = (await person.browser.ask(APP_ENTRY, { id: open.slice('/open/'.length) })).data
  expect(appEntry).toMatchObject({ __typename: 'AppEntryOpen' })
  const continued = await person.browser.get(`${open}/continue`)
  return host.go(pathIn(continued.headers.get('location')))
}
