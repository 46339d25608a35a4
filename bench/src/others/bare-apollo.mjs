import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { MongoClient } from 'mongodb'

/** The least that answers GraphQL from a database: Apollo's own standalone server over the MongoDB driver, nothing else. */
export async function serveBareApollo(typeDefs, resolversOf, context = async () => ({})) {
  const db = process.env.MONGODB_URI
    ? (await new MongoClient(process.env.MONGODB_URI, { maxPoolSize: 20 }).connect()).db()
    : null
  const server = new ApolloServer({ typeDefs, resolvers: resolversOf(db) })
  await startStandaloneServer(server, { listen: { port: Number(process.env.PORT), host: '127.0.0.1' }, context })
  console.log('ready')
}
