import { startHttpChild, withChildren } from '../harness/http-child.mjs'
import { HttpClient } from '../harness/http-client.mjs'
import { underLoad } from '../harness/load.mjs'
import { poolOf } from '../harness/pool.mjs'
import { compare, inTurns } from '../harness/turns.mjs'
import { BetterAuthClient, seedBetterAuth, startBetterAuth } from '../others/better-auth.mjs'
import { emptyDatabase, insertAll, uriOf } from '../product/databases.mjs'
import { newAccount } from '../product/inside.mjs'
import { seedTwinlock } from '../product/seed-twinlock.mjs'
import { TwinlockClient } from '../product/twinlock-client.mjs'
import { startTwinlock } from '../product/twinlock-process.mjs'
import { atLeast } from '../report/goals.mjs'

const CONCURRENCY = 4

export const secondStep = {
  id: 'second-step',
  title: 'The second step alone: an app code',
  what: `The password step came before and is not measured; another account each time, ${CONCURRENCY} at a time. The floor is a bare Apollo server whose mutation is one read and one conditional update of an account: it counts no guesses, opens no session and sends no notice.`,
  run: ({ engineUri, size, onRound }) =>
    withChildren(async (started) => {
      const people = size({ full: 10_000, quick: 500 })
      const contenders = [
        await twinlock(engineUri, people, started),
        await betterAuth(engineUri, people, started),
        await floor(engineUri, people, started),
      ]
      const results = await inTurns(contenders, {
        rounds: size({ full: 9, quick: 2 }),
        operations: size({ full: 300, quick: 20 }),
        warmUp: size({ full: 600, quick: 20 }),
        concurrency: CONCURRENCY,
        onRound,
      })
      const comparisons = compare(results)
      const [theirs, bare] = comparisons
      return {
        contenders: results,
        comparisons,
        goals: [
          atLeast('CPU of better-auth, as a multiple of ours', theirs.cpu, 2.5),
          atLeast('our operations/s, as a multiple of better-auth', theirs.throughput, 2),
          atLeast('CPU of the floor, as a share of ours', bare.cpu, 0.6),
        ],
      }
    }),
}

async function twinlock(engineUri, people, started) {
  const take = poolOf(await seedTwinlock(engineUri, 'bench_twinlock', { people }))
  const child = await started(startTwinlock(engineUri, 'bench_twinlock'))
  return afterPassword(child, new TwinlockClient(child.url, CONCURRENCY), take)
}

async function betterAuth(engineUri, people, started) {
  const take = poolOf(await seedBetterAuth(engineUri, 'bench_better_auth', { people, hashName: 'argon2id' }))
  const child = await started(startBetterAuth(engineUri, 'bench_better_auth', 'argon2id'))
  return afterPassword({ ...child, name: 'better-auth' }, new BetterAuthClient(child.url, CONCURRENCY), take)
}

function afterPassword({ name, pid, said }, client, take) {
  return {
    name,
    pid,
    said,
    async prepare(count) {
      const ready = []
      const load = await underLoad(take(count), CONCURRENCY, async (person) => {
        ready.push({ person, ticket: await client.signIn(person) })
      })
      if (load.errorCount > 0) throw new Error(`${name}: ${load.errors[0]}`)
      return ready
    },
    operate: ({ person, ticket }) => client.verify(ticket, person),
  }
}

async function floor(engineUri, people, started) {
  const { db, close } = await emptyDatabase(engineUri, 'bench_floor')
  const accounts = Array.from({ length: people }, (_, place) => {
    const email = `person${place}@bench.example`
    return newAccount({ emailKey: email, email, name: `Person ${place}`, passwordHash: null, now: new Date() })
  })
  await insertAll(db.collection('accounts'), accounts)
  await close()
  const take = poolOf(accounts.map(({ _id }) => _id))
  const script = new URL('../others/bare-second-step.process.mjs', import.meta.url)
  const env = { MONGODB_URI: uriOf(engineUri, 'bench_floor') }
  const child = await started(startHttpChild({ name: 'floor', script, env }))
  const http = new HttpClient(child.url, CONCURRENCY)
  const query = 'mutation Accept($id: ID!, $step: Int!) { accept(id: $id, step: $step) }'
  return {
    name: child.name,
    pid: child.pid,
    prepare: async (count) => take(count),
    async operate(id) {
      const { body } = await http.post('/', { query, variables: { id, step: Math.floor(Date.now() / 30_000) } })
      if (body.data?.accept !== true) throw new Error(JSON.stringify(body))
    },
  }
}
