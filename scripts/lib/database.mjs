import { missingForDatabase } from '../../packages/embedded-database/src/choose-mongod.mjs'
import { findRunningDatabase } from '../../packages/embedded-database/src/data-folder.mjs'
import { startEmbeddedDatabase } from '../../packages/embedded-database/src/start-embedded-database.mjs'
import { dataDir } from './project.mjs'
import { ReportedError, step } from './steps.mjs'

/**
 * Reports what is missing for a database before anything is installed or built.
 * @param {string} folder the data folder that the database will serve
 */
export async function requireDatabase(folder = dataDir()) {
  const missing = givenDatabase() ? undefined : await missingForDatabase(folder)
  if (missing) throw new ReportedError(missing)
}

/**
 * The database of a script: the one that MONGODB_URI names, or else a MongoDB started here.
 * `env` is what a server needs to reach it; `ended` resolves when a database started here has ended.
 */
export async function openDatabase() {
  const given = givenDatabase()
  if (given) return given
  const database = await step('Starting the database', async (onProgress) => {
    try {
      return await startEmbeddedDatabase({ dataDir: dataDir(), onProgress })
    } catch (error) {
      throw new ReportedError(error.message)
    }
  })
  const { version, pid, ended, close } = database
  return { ...embedded(database.uri), name: `MongoDB ${version}`, pid, ended, close }
}

/** As `openDatabase`, but for a command beside a running product: the embedded one that already runs is reached. */
export async function reachDatabase() {
  const given = givenDatabase()
  if (given) return given
  const running = await findRunningDatabase(dataDir())
  return running ? { ...embedded(running.uri), ended: never, close: async () => {} } : await openDatabase()
}

const never = new Promise(() => {})

function givenDatabase() {
  const name = ['MONGODB_URI', 'MONGODB_URI_FILE'].find((variable) => process.env[variable])
  return name && { env: {}, name, ended: never, close: async () => {} }
}

function embedded(uri) {
  return { env: { MONGODB_URI: uri, TWINLOCK_EMBEDDED: '1', TWINLOCK_DATA_DIR: dataDir() } }
}
