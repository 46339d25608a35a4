// better-auth with its twoFactor plugin and its MongoDB adapter, on the same database engine. HASH=argon2id gives it
// Twinlock's password hash; without, it has its own default (scrypt). Its rate limits are off, or it would answer 429.
import { createServer } from 'node:http'
import { verify } from '@node-rs/argon2'
import { toNodeHandler } from 'better-auth/node'
import { MongoClient } from 'mongodb'
import { betterAuthOn } from './better-auth.mjs'

const client = await new MongoClient(process.env.MONGODB_URI).connect()
const password = {
  verify: ({ hash, password: given }) => verify(hash, given),
  hash: () => Promise.reject(new Error('unused')),
}
const auth = betterAuthOn(
  client.db(),
  process.env.HASH === 'argon2id' ? { password } : {},
  `http://127.0.0.1:${process.env.PORT}`,
)
createServer(toNodeHandler(auth)).listen(Number(process.env.PORT), '127.0.0.1', () => console.log('ready'))
