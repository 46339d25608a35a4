import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './project.mjs'

const NOT_SOURCE = new Set(['node_modules', 'dist', 'dist-types', 'target'])

/** A hash over the content of files and folders (paths from the repository): equal if and only if nothing changed. */
export function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const path of paths.flatMap(filesIn).sort()) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function filesIn(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCE.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : join(path, entry.name)))
}

/** Does the work unless the stamp says that it was done for the same fingerprint, and every result is still there. */
export async function unlessDone({ stamp, inputs, results }, work) {
  const wanted = fingerprint(inputs)
  const file = join(root, stamp)
  const isDone = existsSync(file) && readFileSync(file, 'utf8') === wanted
  if (isDone && results.every((path) => existsSync(join(root, path)))) return
  await work()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, wanted)
}
