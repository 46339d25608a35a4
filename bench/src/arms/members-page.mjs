import { withChildren } from '../harness/http-child.mjs'
import { spreadOf } from '../harness/statistics.mjs'
import { mandateOf } from '../product/account-maker.mjs'
import { openDatabase } from '../product/databases.mjs'
import { memberCursorOf } from '../product/inside.mjs'
import { seedNetworks } from '../product/seed-networks.mjs'
import { TwinlockClient } from '../product/twinlock-client.mjs'
import { startTwinlock } from '../product/twinlock-process.mjs'
import { atMost } from '../report/goals.mjs'
import { short } from '../report/short.mjs'

const DATABASE = 'bench_networks'
const PAGE = 50
const MEMBERS = `query Members($slug: String!, $after: String, $search: String, $standing: TwoFactorStanding) {
  network(slug: $slug) {
    security {
      members(first: ${PAGE}, after: $after, search: $search, standing: $standing) {
        totalCount
        edges { node { id name email role standing deadline methods joinedAt lastSignInAt lastMailAt extendedUntil } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`

export const membersPage = {
  id: 'members',
  title: 'The members of a large network, page by page',
  what: `Pages of ${PAGE} as the Security page requests them, counted, members without a method first; one request at a time.`,
  run: ({ engineUri, size, onRound }) =>
    withChildren(async (started) => {
      const networks = await seedNetworks(engineUri, DATABASE, size({ full: [10_000, 100_000], quick: [200, 500] }))
      await requireEverywhere(engineUri, networks)
      const { url } = await started(startTwinlock(engineUri, DATABASE, { TWINLOCK_WORKER: 'off' }))
      const client = new TwinlockClient(url, 1)
      const asked = []
      for (const network of networks) {
        const cookie = await client.signInWhole(network.owner)
        asked.push(...pagesOf(network).map((page) => ({ ...page, network, cookie, times: [] })))
      }
      for (let round = 0; round <= size({ full: 7, quick: 2 }); round++) {
        for (const page of asked) {
          const took = await look(page, client)
          if (round > 0) page.times.push(took)
        }
        onRound(round)
      }
      return {
        pages: asked.map(({ name, network, times }) => ({ name, members: network.size, times })),
        tables: [
          {
            columns: ['page', 'members', 'ms', 'spread'],
            rows: asked.map(({ name, network, times }) => {
              const { median, low, high } = spreadOf(times)
              return [name, network.size.toLocaleString('en'), short(median), `${short(low)}–${short(high)}`]
            }),
          },
        ],
        goals: [middleAgainstFirst(asked, networks.at(-1))],
      }
    }),
}

function middleAgainstFirst(asked, network) {
  const timesOf = (name) => asked.find((page) => page.network === network && page.name === name).times
  const first = timesOf('first')
  const ratio = spreadOf(timesOf('middle').map((time, round) => time / first[round]))
  return atMost(
    `the middle page of ${network.size.toLocaleString('en')} members, as a multiple of the first`,
    ratio,
    1.5,
  )
}

/** A network that requires it, with time left: so that members differ in where they stand. */
async function requireEverywhere(engineUri, networks) {
  const { db, close } = await openDatabase(engineUri, DATABASE)
  for (const { id, ownerAccount } of networks) {
    await db.collection('networks').updateOne({ _id: id }, { $set: { mandate: mandateOf(ownerAccount, new Date()) } })
  }
  await close()
}

function pagesOf({ memberships }) {
  const order = (key) => (one, other) => (one[key] < other[key] ? -1 : one[key] > other[key] ? 1 : 0)
  const sorted = [...memberships].sort((one, other) => order('statusKey')(one, other) || order('_id')(one, other))
  const after = (place) => memberCursorOf('STATUS', sorted[place - 1])
  return [
    { name: 'first', variables: {} },
    { name: 'middle', variables: { after: after(Math.floor(sorted.length / 2)) } },
    { name: 'last', variables: { after: after(sorted.length - PAGE) } },
    { name: 'search by a beginning', variables: { search: 'kata' } },
    { name: 'filter by standing', variables: { standing: 'GRACE' } },
  ]
}

async function look({ variables, network, cookie }, client) {
  const begun = performance.now()
  const { data } = await client.ask(MEMBERS, { slug: network.slug, ...variables }, { cookie })
  const took = performance.now() - begun
  const found = data.network.security.members.edges.length
  if (found === 0) throw new Error(`nobody on the page ${JSON.stringify(variables)}`)
  return took
}
