import { EnvironmentError } from './environment.js'
import { WrongKeysError } from './operator/key-canary.service.js'
import { OperatorError } from './operator/operator-error.js'
import { MigrationObstacleError } from './platform/mongo/migrations/migrator.js'

/** What an operator can put right is said in words; anything else with its trace, for the people who have to find it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (
    error instanceof EnvironmentError ||
    error instanceof OperatorError ||
    error instanceof WrongKeysError ||
    error instanceof MigrationObstacleError
  )
    return error.message
  if ('code' in error && error.code === 'EADDRINUSE')
    return 'Another program listens on this port already. Stop it, or choose another with PORT=4001.'
  if (error.name === 'MongooseServerSelectionError')
    return `The database does not answer at MONGODB_URI: ${error.message}`
  return error.stack ?? error.message
}
