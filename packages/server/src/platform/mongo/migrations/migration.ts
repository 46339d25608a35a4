import type { Connection } from 'mongoose'

/**
 * One numbered change of stored data. It may be interrupted and run again, and while it runs, servers of the release
 * before serve requests: it adds and converts, and leaves removing to the release after.
 */
export interface Migration {
  /** 1, 2, 3 …: its place in the order; never used again. */
  number: number
  /** What it does: `Store domains of addresses as A-labels`. */
  name: string
  /** Why servers of the release before cannot run on what it leaves; absent: they can. */
  breaksOlderServers?: string
  /** What stands in its way, each named by ids and never by an address; nothing has been changed yet. */
  findObstacles?(connection: Connection): Promise<string[]>
  run(connection: Connection): Promise<void>
}
