import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Engine, EngineCommand, OnProgress } from './engine.js'
import { findOnPath } from './find-on-path.js'

const run = promisify(execFile)
const SOURCES = fileURLToPath(new URL('../engine/', import.meta.url))
const TARGET = fileURLToPath(new URL('../target/', import.meta.url))

/** A quick start and little memory matter more here than the last bit of speed; data of many people may take its room. */
const JVM_FLAGS = [
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xss512k',
  '-XX:MaxRAMPercentage=40',
  '-Dslf4j.internal.verbosity=ERROR',
]

/** mongo-java-server, whose jars Maven fetches once. */
export const javaEngine: Engine = {
  name: 'java',
  offer: async (onProgress) => {
    const java = await findOnPath('java')
    if (!java) return { can: false, because: 'no java on PATH' }
    const home = join(TARGET, await fingerprint())
    if (!existsSync(home)) {
      const maven = await findOnPath('mvn')
      if (!maven) return { can: false, because: 'no mvn on PATH' }
      try {
        await prepare({ java, maven, home, onProgress })
      } catch (error) {
        return { can: false, because: `Maven or Java did not succeed: ${complaintOf(error)}` }
      }
    }
    return { can: true, commandFor: (dataDir) => javaCommand(java, home, dataDir) }
  },
}

function javaCommand(java: string, home: string, dataDir: string): EngineCommand {
  const classPath = [join(home, 'classes'), join(home, 'lib', '*')].join(delimiter)
  return {
    command: java,
    args: [...JVM_FLAGS, '-cp', classPath, 'EmbeddedEngine', join(dataDir, 'database.mv.db')],
    uriOptions: '?directConnection=true',
  }
}

/** Names the prepared engine by its sources, so that a changed source is compiled anew. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(SOURCES)).sort()) {
    if (isEngineSource(name)) hash.update(name).update(await readFile(join(SOURCES, name)))
  }
  return `engine-${hash.digest('hex').slice(0, 16)}`
}

function isEngineSource(name: string): boolean {
  return name === 'pom.xml' || name.endsWith('.java')
}

interface Preparation {
  java: string
  maven: string
  home: string
  onProgress: OnProgress
}

/** Prepares beside and renames: a preparation that was interrupted, or made by two at once, leaves nothing half-done. */
async function prepare({ java, maven, home, onProgress }: Preparation): Promise<void> {
  await mkdir(TARGET, { recursive: true })
  const draft = await mkdtemp(join(TARGET, 'draft-'))
  try {
    onProgress('Fetching the embedded database with Maven, once')
    await copyFile(join(SOURCES, 'pom.xml'), join(draft, 'pom.xml'))
    const lib = join(draft, 'lib')
    await run(maven, [
      '-B',
      '-q',
      '-f',
      join(draft, 'pom.xml'),
      'dependency:copy-dependencies',
      `-DoutputDirectory=${lib}`,
    ])
    onProgress('Compiling the embedded database, once')
    await compile(java, lib, join(draft, 'classes'))
    await rename(draft, home)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
}

/** With ecj, a compiler in a jar: `javac` is not part of every Java that comes with Maven. */
async function compile(java: string, lib: string, classes: string): Promise<void> {
  const jars = (await readdir(lib)).map((name) => join(lib, name))
  const ecj = jars.find((jar) => /ecj-[^/\\]+\.jar$/.test(jar))
  if (!ecj) throw new Error('Maven fetched no compiler')
  const sources = (await readdir(SOURCES)).filter((name) => name.endsWith('.java')).map((name) => join(SOURCES, name))
  await run(java, ['-jar', ecj, '-17', '-nowarn', '-cp', jars.join(delimiter), '-d', classes, ...sources])
}

function complaintOf(error: unknown): string {
  const output = error as { stdout?: string; stderr?: string; message?: string }
  const text = [output.stdout, output.stderr].filter(Boolean).join('\n').trim() || String(output.message)
  return text.split('\n').slice(0, 3).join(' ')
}
