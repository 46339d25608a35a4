import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPage, repositoryFiles } from '../lib/markdown.mjs'
import { root } from '../lib/project.mjs'

export const files = repositoryFiles()
export const pages = files.filter((file) => /^(docs\/.*|[^/]+)\.md$/.test(file)).map(readPage)

export function read(file) {
  return readFileSync(join(root, file), 'utf8')
}

export function isThere(path) {
  if (path === '.' || path === '') return true
  const wanted = path.replace(/\/$/, '')
  const glob = globOf(wanted)
  return files.some((file) => file === wanted || file.startsWith(`${wanted}/`) || glob.test(file))
}

/** `*` is anything within a name, `{one,other}` either. */
export function globOf(pattern) {
  const source = pattern
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replace(/\{([^}]*)\}/g, (_, choices) => `(${choices.replaceAll(',', '|')})`)
  return new RegExp(`^${source}$`)
}
