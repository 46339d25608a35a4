import { createHash } from 'node:crypto'
import { startHttpChild, withChildren } from '../harness/http-child.mjs'
import { HttpClient } from '../harness/http-client.mjs'
import { compare, inTurns } from '../harness/turns.mjs'
import { uriOf } from '../product/databases.mjs'
import { REDIRECT_URI, seedApp } from '../product/seed-app.mjs'
import { seedTwinlock } from '../product/seed-twinlock.mjs'
import { signInAll } from '../product/twinlock-client.mjs'
import { startTwinlock } from '../product/twinlock-process.mjs'
import { atLeast } from '../report/goals.mjs'

const CONCURRENCY = 8
const SIGNED_IN = 100
const VERIFIER = 'a-verifier-of-forty-three-characters-or-more'
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url')
const FLOOR =
  'The floor is the same release of oidc-provider with the plainest adapter over the same database: it asks no network, no mandate and no session, stores ids as they are and notifies nobody.'

/** One step of a sign-in to an app, of people with a live session, some at a time. */
function armOf(id, title, step) {
  return {
    id,
    title,
    what: `${SIGNED_IN} people who are signed in and have been at the app before, ${CONCURRENCY} requests at a time. ${FLOOR}`,
    run: ({ engineUri, size, onRound }) =>
      withChildren(async (started) => {
        const database = 'bench_twinlock'
        const people = await seedTwinlock(engineUri, database, { people: size({ full: 10_000, quick: 500 }) })
        const ours = await started(startTwinlock(engineUri, database))
        const sessions = await signInAll(ours.url, people.slice(0, SIGNED_IN))
        const { clientId, secret } = await seedApp(engineUri, database, sessions)
        const script = new URL('../others/bare-oidc-provider.process.mjs', import.meta.url)
        const env = { MONGODB_URI: uriOf(engineUri, 'bench_oidc_provider'), REDIRECT_URI, CLIENT_SECRET: secret }
        const floor = await started(startHttpChild({ name: 'bare oidc-provider', script, env }))
        const client = { client_id: clientId, client_secret: secret }
        const contenders = []
        for (const [child, cookies] of [
          [ours, sessions],
          [floor, sessions.map(() => '')],
        ])
          contenders.push(step(child, await RelyingParty.of(child.url, client, cookies)))
        const results = await inTurns(contenders, {
          rounds: size({ full: 9, quick: 2 }),
          operations: size({ full: 400, quick: 50 }),
          warmUp: size({ full: 600, quick: 50 }),
          concurrency: CONCURRENCY,
          onRound,
        })
        const comparisons = compare(results)
        const [bare] = comparisons
        return {
          contenders: results,
          comparisons,
          goals: [atLeast('our requests a second, as a share of the floor', bare.throughput, 0.8)],
        }
      }),
  }
}

export const authorization = armOf(
  'authorization',
  'An authorization with a live session',
  ({ name, pid, said }, party) => ({
    name,
    pid,
    said,
    prepare: async (count) => party.jars(count),
    operate: (jar) => party.authorize(jar),
  }),
)

export const token = armOf('token', 'A code for tokens', ({ name, pid, said }, party) => ({
  name,
  pid,
  said,
  prepare: (count) => party.all(count, (jar) => party.authorize(jar)),
  operate: (code) => party.exchange(code),
}))

export const refresh = armOf('refresh', 'A refresh token for the next', ({ name, pid, said }, party) => ({
  name,
  pid,
  said,
  prepare: (count) => party.all(count, async (jar) => party.exchange(await party.authorize(jar))),
  operate: (refreshToken) => party.refresh(refreshToken),
}))

/** An app, and the browsers of its people. */
class RelyingParty {
  #http
  #client
  #jars

  constructor(url, client, cookies) {
    this.#http = new HttpClient(url, CONCURRENCY)
    this.#client = client
    this.#jars = cookies.map((cookie) => new Map(cookie ? [cookie.split('=')] : []))
  }

  /** Everyone has opened it once. */
  static async of(url, client, cookies) {
    const party = new RelyingParty(url, client, cookies)
    for (const jar of party.#jars) await party.authorize(jar)
    return party
  }

  jars(count) {
    return Array.from({ length: count }, (_, place) => this.#jars[place % this.#jars.length])
  }

  async all(count, act) {
    const made = []
    for (const jar of this.jars(count)) made.push(await act(jar))
    return made
  }

  /** @returns the code */
  async authorize(jar) {
    const query = new URLSearchParams({
      client_id: this.#client.client_id,
      redirect_uri: REDIRECT_URI,
      response_type: 'code',
      scope: 'openid profile email',
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
    })
    let path = `/oidc/auth?${query}`
    for (let step = 0; step < 5; step++) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const { status, body, cookies, location } = await this.#http.get(path, { Cookie: cookie })
      for (const each of cookies) jar.set(...each.split(/=(.*)/s))
      if (!location) throw new Error(`${status}: ${JSON.stringify(body).slice(0, 300)}`)
      const code = location.startsWith(REDIRECT_URI) && new URL(location).searchParams.get('code')
      if (code) return code
      const next = new URL(location, 'http://here')
      path = next.pathname + next.search
    }
    throw new Error(`It led to ${path}.`)
  }

  /** @returns the refresh token */
  exchange(code) {
    return this.#tokens({ grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI, code_verifier: VERIFIER })
  }

  /** @returns the next one */
  refresh(refreshToken) {
    return this.#tokens({ grant_type: 'refresh_token', refresh_token: refreshToken })
  }

  async #tokens(fields) {
    const { status, body } = await this.#http.postForm('/oidc/token', { ...this.#client, ...fields })
    if (status !== 200 || !body.id_token) throw new Error(`${status}: ${JSON.stringify(body)}`)
    return body.refresh_token
  }
}
