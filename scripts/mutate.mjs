// Breaks packages/server/src/domain in every small way there is, one at a time (StrykerJS), and fails where no test of the
// heart notices, unless packages/server/surviving-mutants.json says why that is right. `node scripts/mutate.mjs evidence`
// takes the files whose names have one of these words.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './lib/install.mjs'
import { beginScript, root } from './lib/project.mjs'
import { mustRun } from './lib/run.mjs'
import { runScript, say } from './lib/steps.mjs'

const server = join(root, 'packages/server')
const reasonsFile = join(server, 'surviving-mutants.json')

beginScript()
await runScript(async () => {
  await ensureInstalled()
  const report = join(tmpdir(), `twinlock-mutants-${process.pid}.json`)
  const files = filesWith(process.argv.slice(2))
  await mustRun(join(root, 'node_modules/.bin/stryker'), ['run', '--mutate', files.join(',')], {
    cwd: server,
    env: { MUTANTS_REPORT: report },
    isShown: true,
  })
  const mutants = mutantsIn(JSON.parse(readFileSync(report, 'utf8')), files)
  rmSync(report, { force: true })
  process.exitCode = judge(mutants, JSON.parse(readFileSync(reasonsFile, 'utf8')))
})

function filesWith(words) {
  const all = readdirSync(join(server, 'src/domain')).filter((name) => /(?<![.]test)[.]ts$/.test(name))
  const chosen = words.length === 0 ? all : all.filter((name) => words.some((word) => name.includes(word)))
  if (chosen.length === 0) throw new Error(`No file of the heart has one of ${words.join(', ')} in its name.`)
  return chosen.map((name) => `src/domain/${name}`)
}

/** By what the line says, not by its number: a line that moves keeps its reason. */
function mutantsIn({ files }, wanted) {
  return Object.entries(files)
    .filter(([file]) => wanted.includes(file))
    .flatMap(([file, { source, mutants }]) =>
      mutants.map(({ status, mutatorName, replacement = '', location }) => ({
        file,
        line: source.split('\n')[location.start.line - 1].trim(),
        code: codeAt(source, location),
        mutator: mutatorName,
        replacement,
        status,
        place: `${file}:${location.start.line}`,
      })),
    )
}

/** What the mutator replaced; lines and columns are counted from one. */
function codeAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  return lines
    .map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined))
    .join('\n')
}

function judge(mutants, reasons) {
  const survived = mutants.filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
  const isSame = (reason, mutant) =>
    ['file', 'line', 'code', 'mutator', 'replacement'].every((key) => reason[key] === mutant[key])
  const unexplained = survived.filter((mutant) => !reasons.some((reason) => isSame(reason, mutant)))
  for (const { place, mutator, line, code, replacement } of unexplained)
    say(`${place} ${mutator}: no test notices ${JSON.stringify(replacement)} for ${JSON.stringify(code)} in: ${line}`)
  const tested = new Set(mutants.map(({ file }) => file))
  const idle = reasons.filter((reason) => tested.has(reason.file) && !survived.some((mutant) => isSame(reason, mutant)))
  for (const { file, line } of idle) say(`${file}: a reason is no longer needed for: ${line}`)
  const killed = mutants.length - survived.length
  console.log(`${killed} killed, ${unexplained.length} survived, ${survived.length - unexplained.length} with a reason`)
  return unexplained.length + idle.length > 0 ? 1 : 0
}
