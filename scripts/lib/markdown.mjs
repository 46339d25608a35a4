import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'

const NOT_OURS = new Set(['.git', '.data', 'node_modules', 'dist', 'dist-types', 'target'])

/** Every file of the repository, by its path from the root: what is committed, and what is not committed yet. */
export function repositoryFiles() {
  if (!existsSync(join(root, '.git'))) return filesBelow('')
  const git = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', '-z']
  const gone = new Set(list('git', ['ls-files', '--deleted', '-z']))
  return list('git', git).filter((file) => !gone.has(file))
}

function list(command, args) {
  return execFileSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 }).split('\0').filter(Boolean)
}

/** Where the sources were unpacked without their history. */
function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
}

/**
 * A page as the check reads it.
 * `spans` are the words in backticks, `blocks` the fenced ones, `links` what brackets and pictures lead to, `anchors` the
 * places of the page that a link may lead to.
 */
export function readPage(file) {
  const text = readFileSync(join(root, file), 'utf8')
  const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language, body]) => ({ language, body }))
  const prose = text.replace(/^```\w*\n[\s\S]*?^```$/gm, '')
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span)
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g), ...prose.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(
    ([, link]) => link,
  )
  const anchors = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading))
  return { file, text, prose, blocks, spans, links, anchors }
}

/** The place of a heading as the hosts of repositories name it. */
function anchorOf(heading) {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

/** The rows of the tables of a page, each a list of cells; heads and rules left out. */
export function tableRows({ prose }) {
  const lines = prose.split('\n')
  const isRule = (line) => /^\|[\s:|-]+\|$/.test(line ?? '')
  return lines
    .filter((line, at) => line.startsWith('|') && !isRule(line) && !isRule(lines[at + 1]))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    )
}
