import { dataDir, root } from './project.mjs'
import { step, Told } from './steps.mjs'

const built = (name) => import(`${root}packages/embedded-database/dist/${name}.js`)

/** The engines as a person knows them. */
const ENGINES = {
  mongod: 'MongoDB',
  'downloaded-mongod': 'MongoDB',
  java: 'mongo-java-server',
}

/**
 * The database of a script: the one that MONGODB_URI names, or else the embedded one, started here.
 * `env` is what a server needs to reach it; `ended` resolves when an embedded one has ended.
 */
export async function openDatabase() {
  const given = givenDatabase()
  if (given) return given
  const { startEmbeddedDatabase } = await built('start-embedded-database')
  const database = await step('Starting the database', async (onProgress) => {
    try {
      return await startEmbeddedDatabase({ dataDir: dataDir(), onProgress })
    } catch (error) {
      throw new Told(error.message)
    }
  })
  const { engine, pid, ended, close } = database
  return { ...embedded(database.uri), name: ENGINES[engine], pid, ended, close }
}

/** As `openDatabase`, but for a command beside a running product: the embedded one that already runs is reached. */
export async function reachDatabase() {
  const given = givenDatabase()
  if (given) return given
  const { findRunningDatabase } = await built('running-database')
  const running = await findRunningDatabase(dataDir())
  return running ? { ...embedded(running.uri), ended: never, close: async () => {} } : await openDatabase()
}

const never = new Promise(() => {})

function givenDatabase() {
  return process.env.MONGODB_URI ? { env: {}, name: 'MONGODB_URI', ended: never, close: async () => {} } : undefined
}

function embedded(uri) {
  return { env: { MONGODB_URI: uri, TWINLOCK_EMBEDDED: '1', TWINLOCK_DATA_DIR: dataDir() } }
}
