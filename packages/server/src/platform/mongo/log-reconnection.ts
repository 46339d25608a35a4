import type { Connection } from 'mongoose'
import type { Logger } from '../logging/logger.js'

interface Topology {
  type: string
  servers: ReadonlyMap<string, { type: string }>
}

/** Logs when the database has a primary again; that it has none is logged only once. */
export function logReconnection(connection: Connection, logger: Logger): void {
  let isWritable = true
  connection.getClient().on('topologyDescriptionChanged', ({ newDescription }: { newDescription: Topology }) => {
    const wasWritable = isWritable
    isWritable = hasPrimary(newDescription)
    if (isWritable && !wasWritable) logger.info('The database is available again')
  })
}

function hasPrimary({ servers }: Topology): boolean {
  return [...servers.values()].some(({ type }) => type === 'RSPrimary' || type === 'Mongos' || type === 'Standalone')
}
