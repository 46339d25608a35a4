import { createRequire } from 'node:module'

const writes = new Set(['insert', 'update', 'delete', 'findAndModify', 'bulkWrite'])

interface DriverConnection {
  command(namespace: unknown, command: Record<string, unknown>, ...rest: unknown[]): Promise<unknown>
}

/**
 * Loaded before the server in a process that a test kills: with `dieAfter: n`, the process kills itself with
 * SIGKILL once n more writes are acknowledged, before the server learns of the last; and from then on its time is the
 * test's. The product knows nothing of it.
 */
const fromMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'))
const { Connection } = fromMongoose('mongodb/lib/cmap/connection.js') as { Connection: { prototype: DriverConnection } }
const send = Connection.prototype.command
let left = Number.POSITIVE_INFINITY
let standsAt: number | null = null

class StandingDate extends Date {
  constructor(given?: number | string | Date) {
    super(given ?? Number(standsAt))
  }
  static override now(): number {
    return Number(standsAt)
  }
}

// Mongoose knows a date by the name of its class.
Object.defineProperty(StandingDate, 'name', { value: 'Date' })

process.on('message', ({ dieAfter, now }: { dieAfter: number; now: number }) => {
  // Once: what an earlier class has made would be no date to a later one.
  if (standsAt === null) globalThis.Date = StandingDate as unknown as DateConstructor
  left = dieAfter
  standsAt = now
  process.send?.('armed')
})

Connection.prototype.command = async function (namespace, command, ...rest) {
  if (!writes.has(Object.keys(command)[0] ?? '')) return send.call(this, namespace, command, ...rest)
  if (left === 0) process.kill(process.pid, 'SIGKILL')
  const answer = await send.call(this, namespace, command, ...rest)
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
  return answer
}
