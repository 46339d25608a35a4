import { startHttpChild, withChildren } from '../harness/http-child.mjs'
import { HttpClient } from '../harness/http-client.mjs'
import { startNginx } from '../harness/nginx.mjs'
import { compare, inTurns } from '../harness/turns.mjs'
import { HOST, seedApp } from '../product/seed-app.mjs'
import { seedTwinlock } from '../product/seed-twinlock.mjs'
import { signInAll } from '../product/twinlock-client.mjs'
import { startTwinlock } from '../product/twinlock-process.mjs'

const CONCURRENCY = 8
const SIGNED_IN = 100

export const gate = {
  id: 'gate',
  title: 'A page behind the gate',
  what: `${SIGNED_IN} people with a live cookie of the gate ask nginx for a file of three bytes, ${CONCURRENCY} requests at a time; nginx asks before each. The floor is the same nginx with a service that lets every such cookie in and reads nothing, so it says what a decision costs, and cannot be reached.`,
  run: ({ engineUri, size, onRound }) =>
    withChildren(async (started) => {
      const database = 'bench_twinlock'
      const people = await seedTwinlock(engineUri, database, { people: size({ full: 10_000, quick: 500 }) })
      const ours = await started(startTwinlock(engineUri, database, { TRUSTED_PROXIES: '127.0.0.1' }))
      const sessions = await signInAll(ours.url, people.slice(0, SIGNED_IN))
      const { gateCookies } = await seedApp(engineUri, database, sessions)
      const script = new URL('../others/trivial-auth.process.mjs', import.meta.url)
      const floor = await started(startHttpChild({ name: 'nginx with a trivial service', script }))
      const contenders = [
        asking(
          { ...ours, name: 'nginx with Twinlock' },
          await started(startNginx(`${ours.url}/gate?mode=nginx`)),
          gateCookies,
        ),
        asking(floor, await started(startNginx(`${floor.url}/`)), gateCookies),
      ]
      const results = await inTurns(contenders, {
        rounds: size({ full: 9, quick: 2 }),
        operations: size({ full: 2_500, quick: 100 }),
        warmUp: size({ full: 4_000, quick: 100 }),
        concurrency: CONCURRENCY,
        onRound,
      })
      return { contenders: results, comparisons: compare(results) }
    }),
}

/** The processor time is that of the service; nginx is the same for both. */
function asking({ name, pid, said }, nginx, cookies) {
  const http = new HttpClient(nginx.url, CONCURRENCY)
  const operate = async (cookie) => {
    const { status, body } = await http.get('/page', { Host: HOST, Cookie: cookie })
    if (status !== 200 || body !== 'in\n') throw new Error(`${status}: ${body}`)
  }
  const prepare = async (count) => Array.from({ length: count }, (_, place) => cookies[place % cookies.length])
  return { name, pid, said, prepare, operate }
}
