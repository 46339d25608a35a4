// The floor under `viewer`: the same four reads of Twinlock's own documents, the same JSON, and nothing else. It knows of
// no expiry, no epoch, no policy: the standing is the one that is right for the people it serves.
import { createHash } from 'node:crypto'
import { serveBareApollo } from './bare-apollo.mjs'

const IDLE_MS = 3 * 86_400_000
const typeDefs = `#graphql
  type Query { viewer: Viewer }
  type Viewer { id: ID! name: String! email: String! sessionExpiresAt: String! memberships: [Membership!]! }
  type Membership { id: ID! standing: String! deadline: String network: Network! }
  type Network { id: ID! name: String! slug: String! }
`
const tokenIn = (cookie) => /twinlock_session=([\w-]+)/.exec(cookie ?? '')?.[1] ?? ''

function resolversOf(db) {
  const [sessions, accounts, memberships, networks] = ['sessions', 'accounts', 'memberships', 'networks'].map((name) =>
    db.collection(name),
  )
  return {
    Query: {
      async viewer(_, _args, { token }) {
        const session = await sessions.findOne({ _id: createHash('sha256').update(token).digest('hex') })
        const account = session && (await accounts.findOne({ _id: session.accountId }))
        return account && { session, account }
      },
    },
    Viewer: {
      id: ({ account }) => account._id,
      name: ({ account }) => account.name,
      email: ({ account }) => account.email,
      sessionExpiresAt: ({ session }) =>
        new Date(Math.min(session.expiresAt.getTime(), Date.now() + IDLE_MS)).toISOString(),
      async memberships({ account }) {
        const ids = account.networkIds.map((networkId) => `${networkId}:${account._id}`)
        const [stays, places] = await Promise.all([
          memberships.find({ _id: { $in: ids }, leftAt: null }).toArray(),
          networks.find({ _id: { $in: account.networkIds } }).toArray(),
        ])
        const byId = new Map(places.map((network) => [network._id, network]))
        return stays.map((stay) => ({ stay, network: byId.get(stay.networkId) }))
      },
    },
    Membership: {
      id: ({ stay }) => stay._id,
      standing: ({ network }) => (network.mandate ? 'SATISFIED' : 'NOT_REQUIRED'),
      deadline: () => null,
      network: ({ network }) => ({ id: network._id, name: network.name, slug: network.slug }),
    },
  }
}

await serveBareApollo(typeDefs, resolversOf, async ({ req }) => ({ token: tokenIn(req.headers.cookie) }))
