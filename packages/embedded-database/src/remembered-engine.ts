import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ENGINE_NAMES, type EngineName } from './engine.js'

const FILE = 'engine.json'

/** The engine that first served this data folder: another one would not see the data. */
export async function rememberedEngine(dataDir: string): Promise<EngineName | undefined> {
  const text = await readFile(join(dataDir, FILE), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { engine } = JSON.parse(text) as { engine?: unknown }
  const known = ENGINE_NAMES.find((name) => name === engine)
  if (!known) throw new Error(`${join(dataDir, FILE)} names an unknown database engine: ${String(engine)}`)
  return known
}

export async function rememberEngine(dataDir: string, engine: EngineName): Promise<void> {
  await writeWhole(join(dataDir, FILE), { engine })
}

/** Writes beside and renames, so that no reader ever sees half a file. */
export async function writeWhole(file: string, content: object): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true })
  const draft = `${file}.${process.pid}.tmp`
  await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`)
  await rename(draft, file)
}
