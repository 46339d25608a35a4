import { DryMongoBinary } from 'mongodb-memory-server-core/lib/util/DryMongoBinary.js'
import { MongoBinary } from 'mongodb-memory-server-core/lib/util/MongoBinary.js'
import { MongoBinaryDownloadUrl } from 'mongodb-memory-server-core/lib/util/MongoBinaryDownloadUrl.js'
import type { Engine, EngineOffer, OnProgress } from './engine.js'
import { mongodCommand } from './mongod-engine.js'

/** How long to wait for the download server's first word before concluding that this machine is offline. */
const PROBE_LIMIT_MS = 3_000

/** A `mongod` that is downloaded once, unless TWINLOCK_NO_DOWNLOAD is set. */
export const downloadedMongodEngine: Engine = {
  name: 'downloaded-mongod',
  offer: async (onProgress) => {
    const options = await DryMongoBinary.generateOptions().catch(() => undefined)
    if (!options) return { can: false, because: 'no mongod download is known for this system' }
    const present = await DryMongoBinary.locateBinary(options)
    if (present) return offerOf(present)
    if (process.env.TWINLOCK_NO_DOWNLOAD) return { can: false, because: 'TWINLOCK_NO_DOWNLOAD is set' }
    return await download(options, onProgress)
  },
}

async function download(
  options: Awaited<ReturnType<typeof DryMongoBinary.generateOptions>>,
  onProgress: OnProgress,
): Promise<EngineOffer> {
  try {
    const url = await new MongoBinaryDownloadUrl(options).getDownloadUrl()
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_LIMIT_MS) })
    if (!answer.ok) return { can: false, because: `the mongod download answered ${answer.status}` }
    onProgress('Downloading MongoDB, once')
    return offerOf(await MongoBinary.getPath(options))
  } catch (error) {
    return { can: false, because: `mongod could not be downloaded (${reasonOf(error)})` }
  }
}

function offerOf(mongod: string): EngineOffer {
  return { can: true, commandFor: (dataDir) => mongodCommand(mongod, dataDir) }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}
