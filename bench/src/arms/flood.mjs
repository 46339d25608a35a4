import { withChildren } from '../harness/http-child.mjs'
import { underLoad } from '../harness/load.mjs'
import { atRate } from '../harness/open-loop.mjs'
import { median, quantile, spreadOf } from '../harness/statistics.mjs'
import { seedTwinlock } from '../product/seed-twinlock.mjs'
import { TwinlockClient } from '../product/twinlock-client.mjs'
import { startTwinlock } from '../product/twinlock-process.mjs'
import { atMost, within } from '../report/goals.mjs'
import { short } from '../report/short.mjs'
import { VIEWER } from './viewer.mjs'

const DATABASE = 'bench_twinlock'
const TIMES_CAPACITY = 5
const VIEWERS_PER_SECOND = 40
const SIGN_IN = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { __typename } }'

export const flood = {
  id: 'flood',
  title: `Wrong passwords at ${TIMES_CAPACITY} times what can be verified`,
  what: `Guesses for known and unknown addresses, each from another network address (otherwise the limits would refuse them before a hash), beside ${VIEWERS_PER_SECOND} requests a second of signed-in users. The load generator shares the machine.`,
  run: ({ engineUri, size, onRound }) =>
    withChildren(async (started) => {
      const people = await seedTwinlock(engineUri, DATABASE, { people: size({ full: 10_000, quick: 500 }) })
      const { url } = await started(startTwinlock(engineUri, DATABASE, { TRUSTED_PROXIES: '127.0.0.1' }))
      const guesser = guesserAt(url, people)
      const signedIn = new TwinlockClient(url, 100)
      const cookie = await signedIn.signInWhole(people.at(-1))
      const look = () => signedIn.ask(VIEWER, {}, { cookie })
      const milliseconds = size({ full: 5_000, quick: 1_500 })
      const capacity = await capacityOf(guesser, size({ full: 400, quick: 30 }))
      const turns = []
      for (let round = 0; round <= size({ full: 7, quick: 1 }); round++) {
        const idle = await atRate(VIEWERS_PER_SECOND, milliseconds, look)
        const [flooded, guesses] = await Promise.all([
          atRate(VIEWERS_PER_SECOND, milliseconds, look),
          atRate(capacity * TIMES_CAPACITY, milliseconds, guesser.wrong),
        ])
        const known = await equalWork(guesser, size({ full: 60, quick: 5 }))
        if (round > 0) turns.push({ ...turnOf(idle, flooded, guesses, milliseconds / 1000), known })
        onRound(round)
      }
      return resultOf(capacity, turns)
    }),
}

function resultOf(capacity, turns) {
  const spread = (key) => spreadOf(turns.map((turn) => turn[key]))
  const row = (name, key) => {
    const { median, low, high } = spread(key)
    return [name, short(median), `${short(low)}–${short(high)}`]
  }
  return {
    capacity,
    turns,
    tables: [
      {
        columns: [`${short(capacity)} guesses a second can be verified`, 'median', 'spread'],
        rows: [
          row('p99 of the viewer, idle, ms', 'idleP99'),
          row('p99 of the viewer in the flood, ms', 'floodedP99'),
          row('guesses verified a second in the flood', 'judged'),
          row('guesses refused a second', 'refused'),
          row('p50 of a refusal, ms', 'refusalP50'),
          row('p99 of a refusal, ms', 'refusalP99'),
        ],
      },
    ],
    goals: [
      atMost(
        'p99 of the viewer, as a multiple of idle',
        spreadOf(turns.map((turn) => turn.floodedP99 / turn.idleP99)),
        3,
      ),
      atMost('p99 of a refusal, ms', spread('refusalP99'), 50),
      within('a wrong password of a known address, as a multiple of an unknown one', spread('known'), 0.05),
    ],
  }
}

function turnOf(idle, flooded, guesses, seconds) {
  const latencies = (all) => all.map(({ latency }) => latency)
  const refusals = latencies(guesses.filter(({ answer }) => answer === 'refused'))
  if (refusals.length === 0) throw new Error(`Nothing was refused: the ${guesses.length} guesses were no flood.`)
  return {
    idleP99: quantile(latencies(idle), 0.99),
    floodedP99: quantile(latencies(flooded), 0.99),
    judged: (guesses.length - refusals.length) / seconds,
    refused: refusals.length / seconds,
    refusalP50: median(refusals),
    refusalP99: quantile(refusals, 0.99),
  }
}

/** Guesses that are wrong, each for another address from another place. */
function guesserAt(url, people) {
  const client = new TwinlockClient(url, 1_000)
  let count = 0
  const guess = async (email) => {
    count += 1
    const from = `100.${64 + ((count >> 16) & 63)}.${(count >> 8) & 255}.${count & 255}`
    const input = { email, password: 'not the password' }
    try {
      const { data } = await client.ask(SIGN_IN, { input }, { headers: { 'X-Forwarded-For': from } })
      if (data.signIn.__typename !== 'InvalidCredentials') throw new Error(data.signIn.__typename)
      return 'judged'
    } catch (error) {
      if (error.message.startsWith('RATE_LIMITED')) return 'refused'
      throw error
    }
  }
  const known = () => guess(people[count % people.length].email)
  const unknown = () => guess(`nobody${count}@bench.example`)
  return { known, unknown, wrong: (place) => (place % 2 === 0 ? known() : unknown()) }
}

/** How many guesses a second are verified when a few always wait. */
async function capacityOf({ wrong }, count) {
  await underLoad([...Array(count).keys()], 8, wrong)
  const { seconds } = await underLoad([...Array(count).keys()], 8, wrong)
  return count / seconds
}

/** One after another, in turns. @returns the median of the known addresses as a multiple of the unknown ones' */
async function equalWork({ known, unknown }, count) {
  const times = { known: [], unknown: [] }
  for (let place = 0; place < count; place++) {
    for (const [kind, guess] of [
      ['known', known],
      ['unknown', unknown],
    ]) {
      const begun = performance.now()
      await guess()
      times[kind].push(performance.now() - begun)
    }
  }
  return median(times.known) / median(times.unknown)
}
