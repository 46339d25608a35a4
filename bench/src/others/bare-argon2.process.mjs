// The floor under a password sign-in: argon2id with Twinlock's parameters in a loop, at most one for each core at a time,
// and nothing else. No HTTP, no database.
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { underLoad } from '../harness/load.mjs'

const PASSWORD = 'correct horse battery staple'
const stored = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 2 })

process.on('message', async ({ operations }) => {
  const load = await underLoad(Array(operations).fill(PASSWORD), availableParallelism(), async (password) => {
    if (!(await verify(stored, password))) throw new Error('The password did not match.')
  })
  process.send(load)
})
console.log('ready')
