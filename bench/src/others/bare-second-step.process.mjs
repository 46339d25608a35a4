// The floor under a second step: one read, then one conditional update that accepts the time step once.
import { serveBareApollo } from './bare-apollo.mjs'

const typeDefs = `#graphql
  type Query { isUp: Boolean! }
  type Mutation { accept(id: ID!, step: Int!): Boolean! }
`
await serveBareApollo(typeDefs, (db) => {
  const accounts = db.collection('accounts')
  return {
    Query: { isUp: () => true },
    Mutation: {
      async accept(_, { id, step }) {
        const account = await accounts.findOne({ _id: id })
        if (!account) return false
        const isNew = { $or: [{ lastTotpStep: null }, { lastTotpStep: { $lt: step } }] }
        const accepted = await accounts.findOneAndUpdate(
          { _id: id, epoch: account.epoch, ...isNew },
          { $set: { lastTotpStep: step } },
          { returnDocument: 'after' },
        )
        return accepted !== null
      },
    },
  }
})
