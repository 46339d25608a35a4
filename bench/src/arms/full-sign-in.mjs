import { startChild } from '../harness/child.mjs'
import { withChildren } from '../harness/http-child.mjs'
import { poolOf } from '../harness/pool.mjs'
import { compare, inTurns } from '../harness/turns.mjs'
import { BetterAuthClient, seedBetterAuth, startBetterAuth } from '../others/better-auth.mjs'
import { seedTwinlock } from '../product/seed-twinlock.mjs'
import { TwinlockClient } from '../product/twinlock-client.mjs'
import { startTwinlock } from '../product/twinlock-process.mjs'
import { atLeast } from '../report/goals.mjs'

const CONCURRENCY = 4

export const fullSignIn = {
  id: 'sign-in',
  title: 'A whole sign-in: password and app code',
  what: `Each operation is another account out of 10,000, from a browser it knows; ${CONCURRENCY} at a time. What follows from a sign-in (audit entry, last sign-in, passing the event on) is done by the same process and counted.`,
  run: ({ engineUri, size, onRound }) =>
    withChildren(async (started) => {
      const people = size({ full: 10_000, quick: 500 })
      const contenders = [
        await twinlock(engineUri, people, started),
        await bareHash(started),
        await betterAuth(engineUri, people, 'argon2id', started),
        await betterAuth(engineUri, people, 'scrypt', started),
      ]
      const results = await inTurns(contenders, {
        rounds: size({ full: 9, quick: 2 }),
        operations: size({ full: 120, quick: 20 }),
        warmUp: size({ full: 300, quick: 20 }),
        concurrency: CONCURRENCY,
        onRound,
      })
      const comparisons = compare(results)
      const [bare, sameHash, itsDefault] = comparisons
      return {
        contenders: results,
        comparisons,
        goals: [
          atLeast('CPU of argon2id alone, as a share of ours', bare.cpu, 0.75),
          atLeast('CPU of better-auth with our hash, as a multiple of ours', sameHash.cpu, 1.6),
          atLeast('our operations/s, as a multiple of better-auth with our hash', sameHash.throughput, 1.5),
          atLeast('CPU of better-auth with its default hash, as a multiple of ours', itsDefault.cpu, 8),
        ],
      }
    }),
}

async function twinlock(engineUri, people, started) {
  const take = poolOf(await seedTwinlock(engineUri, 'bench_twinlock', { people }))
  const child = await started(startTwinlock(engineUri, 'bench_twinlock'))
  return signingIn(child, new TwinlockClient(child.url, CONCURRENCY), take)
}

async function betterAuth(engineUri, people, hashName, started) {
  const database = `bench_better_auth_${hashName}`
  const take = poolOf(await seedBetterAuth(engineUri, database, { people, hashName }))
  const child = await started(startBetterAuth(engineUri, database, hashName))
  return signingIn(child, new BetterAuthClient(child.url, CONCURRENCY), take)
}

function signingIn({ name, pid, said }, client, take) {
  return { name, pid, said, prepare: async (count) => take(count), operate: (person) => client.signInWhole(person) }
}

async function bareHash(started) {
  const script = new URL('../others/bare-argon2.process.mjs', import.meta.url)
  const child = await started(startChild({ name: 'argon2id alone', script }))
  return {
    name: child.name,
    pid: child.pid,
    prepare: async (count) => Array(count).fill(null),
    run: (inputs) => child.ask({ operations: inputs.length }),
  }
}
