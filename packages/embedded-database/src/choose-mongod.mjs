import { readEngine } from './data-folder.mjs'
import { probeMongod, reasonOf, seriesOf } from './mongod-binary.mjs'
import { MONGOD_SOURCES } from './mongod-sources.mjs'

/**
 * Reports what is missing for a database of our own, before anything is installed. Resolves with nothing when a source
 * can be expected to work.
 * @param {string} dataDir
 * @returns {Promise<string | undefined>} what to do, for a person
 */
export async function missingForDatabase(dataDir) {
  try {
    await readEngine(dataDir)
  } catch (error) {
    return reasonOf(error)
  }
  /** @type {string[]} */
  const refusals = []
  for (const source of MONGOD_SOURCES) {
    const look = await source.look()
    if (look.isPossible) return undefined
    refusals.push(look.because)
  }
  return noDatabase(refusals)
}

/**
 * Chooses the first mongod that runs on this machine and can read the data folder; the one that wrote it is tried first.
 * Each refusal on the way is reported in a line.
 * @param {string} dataDir
 * @param {(message: string) => void} onProgress
 * @returns {Promise<import('./mongod-binary.mjs').Mongod & { source: string }>}
 * @throws when none can serve; the message says what to do
 */
export async function chooseMongod(dataDir, onProgress) {
  const recorded = await readEngine(dataDir)
  const sources = [...MONGOD_SOURCES].sort(
    (one, other) => Number(other.name === recorded?.source) - Number(one.name === recorded?.source),
  )
  /** @type {string[]} */
  const refusals = []
  const refuse = (/** @type {string} */ because) => {
    refusals.push(because)
    onProgress(`Not used: ${because}`)
  }
  for (const source of sources) {
    const look = await source.look()
    if (!look.isPossible) {
      refusals.push(look.because)
      continue
    }
    try {
      const mongod = await probeMongod(await source.fetch(onProgress))
      if ('because' in mongod) refuse(mongod.because)
      else if (!canRead(mongod.version, recorded?.version)) refuse(otherSeries(mongod.version, recorded?.version))
      else return { ...mongod, source: source.name }
    } catch (error) {
      refuse(`the ${source.name} of mongod failed (${reasonOf(error)})`)
    }
  }
  throw new Error(recorded?.version ? noReader(dataDir, recorded.version, refusals) : noDatabase(refusals))
}

/** @param {string} version @param {string | undefined} written */
function canRead(version, written) {
  return written === undefined || seriesOf(version) === seriesOf(written)
}

/** @param {string} version @param {string | undefined} written */
function otherSeries(version, written) {
  return `MongoDB ${version} does not open the data of MongoDB ${written}`
}

/** @param {string} dataDir @param {string} version @param {string[]} refusals */
function noReader(dataDir, version, refusals) {
  return [
    `The data in ${dataDir} was written by MongoDB ${version}, and none of that series runs here (${refusals.join('; ')}).`,
    `Make a mongod ${seriesOf(version)} available; or dump the data with it and restore it into an empty folder (mongodump,`,
    'mongorestore); or set TWINLOCK_DATA_DIR to another folder to start with empty data.',
  ].join('\n')
}

/** @param {string[]} refusals */
function noDatabase(refusals) {
  return [
    `There is no database to run on (${refusals.join('; ')}). Any one of these will do:`,
    '  1. set MONGODB_URI to a MongoDB 6 or newer that you run',
    ...MONGOD_SOURCES.map(({ way }, place) => `  ${place + 2}. ${way}`),
  ].join('\n')
}
