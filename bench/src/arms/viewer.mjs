import { startHttpChild, withChildren } from '../harness/http-child.mjs'
import { HttpClient } from '../harness/http-client.mjs'
import { compare, inTurns } from '../harness/turns.mjs'
import { uriOf } from '../product/databases.mjs'
import { seedTwinlock } from '../product/seed-twinlock.mjs'
import { signInAll } from '../product/twinlock-client.mjs'
import { startTwinlock } from '../product/twinlock-process.mjs'
import { atLeast, atMost } from '../report/goals.mjs'

const CONCURRENCY = 8
const SIGNED_IN = 100

/** What every page of the web app asks first. */
export const VIEWER = `query Shell { viewer {
  id name email sessionExpiresAt memberships { id standing deadline network { id name slug } }
} }`

export const viewer = {
  id: 'viewer',
  title: 'Who is signed in, with their networks and where they stand in each',
  what: `${SIGNED_IN} people in three networks each, ${CONCURRENCY} requests at a time. The floor is a bare Apollo server that reads the same documents of the same database with the driver alone and answers with the same JSON; it checks nothing.`,
  run: ({ engineUri, size, onRound }) =>
    withChildren(async (started) => {
      const database = 'bench_twinlock'
      const people = await seedTwinlock(engineUri, database, {
        people: size({ full: 10_000, quick: 500 }),
        inAll: SIGNED_IN,
      })
      const ours = await started(startTwinlock(engineUri, database))
      const script = new URL('../others/bare-viewer.process.mjs', import.meta.url)
      const env = { MONGODB_URI: uriOf(engineUri, database) }
      const floor = await started(startHttpChild({ name: 'floor', script, env }))
      const sessions = await signInAll(ours.url, people.slice(0, SIGNED_IN))
      const contenders = [asking(ours, '/graphql', sessions), asking(floor, '/', sessions)]
      await expectSameAnswers(contenders, sessions)
      const results = await inTurns(contenders, {
        rounds: size({ full: 9, quick: 2 }),
        operations: size({ full: 2_500, quick: 100 }),
        warmUp: size({ full: 4_000, quick: 100 }),
        concurrency: CONCURRENCY,
        onRound,
      })
      const comparisons = compare(results)
      const [bare] = comparisons
      return {
        contenders: results,
        comparisons,
        goals: [
          atLeast('our requests a second, as a share of the floor', bare.throughput, 0.95),
          atMost('our p99, as a multiple of the floor', bare.p99, 1.3),
        ],
      }
    }),
}

function asking({ name, pid, said, url }, path, sessions) {
  const http = new HttpClient(url, CONCURRENCY)
  const operate = async (cookie) => {
    const { body } = await http.post(path, { query: VIEWER }, { Cookie: cookie })
    if (body.data?.viewer?.memberships.length !== 3) throw new Error(JSON.stringify(body))
    return body
  }
  const prepare = async (count) => Array.from({ length: count }, (_, place) => sessions[place % sessions.length])
  return { name, pid, said, prepare, operate }
}

/** Two that do not say the same are not compared. The end of the session moves with the clock. */
async function expectSameAnswers(contenders, [session]) {
  const answers = await Promise.all(contenders.map(({ operate }) => operate(session)))
  const [ours, theirs] = answers.map((answer) => JSON.stringify(answer).replace(/"sessionExpiresAt":"[^"]*"/, ''))
  if (ours !== theirs) throw new Error(`The floor answers otherwise:\n${ours}\n${theirs}`)
}
