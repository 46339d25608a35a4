import { withChildren } from '../harness/http-child.mjs'
import { spreadOf } from '../harness/statistics.mjs'
import { openDatabase } from '../product/databases.mjs'
import { seedNetworks } from '../product/seed-networks.mjs'
import { TwinlockClient } from '../product/twinlock-client.mjs'
import { startTwinlock } from '../product/twinlock-process.mjs'
import { atMost } from '../report/goals.mjs'
import { short } from '../report/short.mjs'

const DATABASE = 'bench_networks'
export const ACTIVATE = `mutation Activate($input: ActivateMandatoryTwoFactorInput!) {
  activateMandatoryTwoFactor(input: $input) { __typename ... on MandateActivated { notified } }
}`
const SECURITY = 'query Security($slug: String!) { network(slug: $slug) { security { coverage { total } } } }'

export const activation = {
  id: 'activation',
  title: 'Making two-factor authentication mandatory: time to answer',
  what: 'From the request to the answer with the number of recipients; the mailing is the next arm. The Admin has opened the Security page before. Between two activations the first is undone directly in the database.',
  run: ({ engineUri, size, onRound }) =>
    withChildren(async (started) => {
      const networks = await seedNetworks(engineUri, DATABASE, size({ full: [100, 10_000, 100_000], quick: [50, 500] }))
      const { url } = await started(startTwinlock(engineUri, DATABASE, { TWINLOCK_WORKER: 'off' }))
      const client = new TwinlockClient(url, 1)
      const { db, close } = await openDatabase(engineUri, DATABASE)
      const admins = []
      for (const network of networks) admins.push(await adminOf(network, client))
      const times = networks.map(() => [])
      for (let round = 0; round <= size({ full: 9, quick: 2 }); round++) {
        for (const [place, network] of networks.entries()) {
          const took = await activate(network, admins[place], client)
          if (round > 0) times[place].push(took)
          await takeBack(network, db)
        }
        onRound(round)
      }
      await close()
      const last = networks.length - 1
      const ratio = spreadOf(times[last].map((took, round) => took / times[0][round]))
      return {
        times: Object.fromEntries(networks.map((network, place) => [network.size, times[place]])),
        tables: [
          {
            columns: ['members', 'time to answer ms', 'spread'],
            rows: networks.map((network, place) => {
              const { median, low, high } = spreadOf(times[place])
              return [network.size.toLocaleString('en'), short(median), `${short(low)}–${short(high)}`]
            }),
          },
        ],
        goals: [
          atMost(
            `flat: ${networks[last].size.toLocaleString('en')} members as a multiple of ${networks[0].size}`,
            ratio,
            1.2,
          ),
        ],
      }
    }),
}

/** Signs the OWNER in and looks at the Security page. @returns the cookie of the session */
async function adminOf({ slug, owner }, client) {
  const cookie = await client.signInWhole(owner)
  await client.ask(SECURITY, { slug }, { cookie })
  return cookie
}

async function activate({ id, size }, cookie, client) {
  const begun = performance.now()
  const { data } = await client.ask(ACTIVATE, { input: { networkId: id, graceHours: 24 } }, { cookie })
  const took = performance.now() - begun
  if (data.activateMandatoryTwoFactor.notified !== size) throw new Error(JSON.stringify(data))
  return took
}

async function takeBack({ id }, db) {
  await db.collection('networks').updateOne({ _id: id }, { $set: { mandate: null } })
  await db.collection('rounds').deleteMany({ networkId: id })
}
