import type { Connection } from 'mongoose'
import type { Logger } from '../logging/logger.js'
import type { Clock } from './clock.js'

const TOLERATED_MS = 5_000

/**
 * Compares this server's clock with the database's, the one clock that all servers share: deadlines and codes rest on
 * it. Logs when they are apart, so that the operator can correct them.
 * @returns how far this clock is ahead, in milliseconds; null when the database does not report its time
 */
export async function compareClocks(connection: Connection, clock: Clock, logger: Logger): Promise<number | null> {
  const before = clock.now()
  // The older name of `hello`, which every engine answers.
  const answer = await connection.db?.admin().command({ isMaster: 1 })
  const theirs: unknown = answer?.localTime
  if (!(theirs instanceof Date)) return null
  const middle = (before.getTime() + clock.now().getTime()) / 2
  const ahead = Math.round(middle - theirs.getTime())
  if (Math.abs(ahead) > TOLERATED_MS)
    logger.error({ aheadMs: ahead }, "This server's clock differs from the database's: set it by NTP")
  return ahead
}
