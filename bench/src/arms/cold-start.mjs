import { setTimeout as pause } from 'node:timers/promises'
import { startHttpChild } from '../harness/http-child.mjs'
import { HttpClient } from '../harness/http-client.mjs'
import { cpuMsOf, residentMbOf } from '../harness/process-cost.mjs'
import { median, spreadOf } from '../harness/statistics.mjs'
import { uriOf } from '../product/databases.mjs'
import { seedTwinlock } from '../product/seed-twinlock.mjs'
import { startTwinlock } from '../product/twinlock-process.mjs'
import { atMost } from '../report/goals.mjs'
import { short } from '../report/short.mjs'

const DATABASE = 'bench_twinlock'
const REST_MS = 2_000

export const coldStart = {
  id: 'cold-start',
  title: 'From nothing to the first answer, and memory at rest',
  what: 'From starting the process to the answer of its first query; the database runs already. The bare Apollo server is the one of the viewer.',
  async run({ engineUri, size, onRound }) {
    await seedTwinlock(engineUri, DATABASE, { people: size({ full: 1_000, quick: 100 }) })
    const bare = {
      name: 'bare Apollo',
      script: new URL('../others/bare-viewer.process.mjs', import.meta.url),
      env: { MONGODB_URI: uriOf(engineUri, DATABASE) },
    }
    const contenders = [
      { name: 'Twinlock', path: '/graphql', start: () => startTwinlock(engineUri, DATABASE) },
      { name: bare.name, path: '/', start: () => startHttpChild(bare) },
    ]
    const starts = new Map(contenders.map(({ name }) => [name, []]))
    for (let round = 0; round <= size({ full: 9, quick: 2 }); round++) {
      // The first round brings the files into the page cache.
      for (const contender of contenders) {
        const start = await startOnce(contender)
        if (round > 0) starts.get(contender.name).push(start)
      }
      onRound(round)
    }
    const [ours, theirs] = [...starts.values()]
    const ratio = spreadOf(ours.map((start, place) => start.answeredMs / theirs[place].answeredMs))
    return {
      starts: Object.fromEntries(starts),
      tables: [
        {
          columns: ['medians', 'first answer ms', 'CPU ms until then', 'memory at rest MiB'],
          rows: [...starts].map(([name, all]) => [
            name,
            ...['answeredMs', 'cpuMs', 'residentMb'].map((key) => short(median(all.map((start) => start[key])))),
          ]),
        },
      ],
      goals: [
        atMost('our time to the first answer, as a multiple of bare Apollo', ratio, 1.3),
        atMost('our memory at rest, MiB', spreadOf(ours.map(({ residentMb }) => residentMb)), 120),
      ],
    }
  },
}

async function startOnce({ start, path }) {
  const begun = performance.now()
  const child = await start()
  const http = new HttpClient(child.url, 1)
  const { body } = await http.post(path, { query: '{ viewer { id } }' })
  const answeredMs = performance.now() - begun
  if (body.data?.viewer !== null) throw new Error(JSON.stringify(body))
  const cpuMs = cpuMsOf(child.pid)
  await pause(REST_MS)
  const residentMb = residentMbOf(child.pid)
  http.close()
  await child.stop()
  return { answeredMs, cpuMs, residentMb }
}
