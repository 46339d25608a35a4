import { createRequire } from 'node:module'

const writes = new Set(['insert', 'update', 'delete', 'findAndModify', 'bulkWrite'])

interface DriverConnection {
  command(namespace: unknown, command: Record<string, unknown>, ...rest: unknown[]): Promise<unknown>
}

/**
 * Loaded before the server in a process that a test wants dead: told `dieAfter: n`, the process kills itself with
 * SIGKILL once n more writes are acknowledged, before the server learns of the last; and from then on its time is the
 * test's. The product knows nothing of it.
 */
const fromMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'))
const { Connection } = fromMongoose('mongodb/lib/cmap/connection.js') as { Connection: { prototype: DriverConnection } }
const send = Connection.prototype.command
let left = Number.POSITIVE_INFINITY

process.on('message', ({ dieAfter, now }: { dieAfter: number; now: number }) => {
  left = dieAfter
  globalThis.Date = standingStillAt(now)
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

function standingStillAt(now: number): DateConstructor {
  const standing = class extends Date {
    constructor(given?: number | string | Date) {
      super(given ?? now)
    }
    static override now(): number {
      return now
    }
  }
  return standing as unknown as DateConstructor
}
