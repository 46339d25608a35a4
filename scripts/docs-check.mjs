// Whether what the pages say is there: links, files and tests, commands, environment variables, metrics, and the form of
// decisions and of the ASVS list. A step of `npm run check`; prints every untruth, and exits with 1 if there is one.
import { checkAsvs } from './docs-check/asvs.mjs'
import { checkCommands } from './docs-check/commands.mjs'
import { checkDecisions } from './docs-check/decisions.mjs'
import { checkLimits } from './docs-check/limits.mjs'
import { checkLinks, checkPaths } from './docs-check/links-and-paths.mjs'
import { checkLogLines, checkMetrics } from './docs-check/metrics-and-log.mjs'
import { pages } from './docs-check/repository.mjs'
import { checkRooms } from './docs-check/rooms.mjs'
import { untruths } from './docs-check/untruths.mjs'
import { checkExampleEnvironment, checkVariables } from './docs-check/variables.mjs'

for (const page of pages) {
  checkLinks(page)
  checkPaths(page)
  checkCommands(page)
  checkVariables(page)
  checkLimits(page)
}
checkExampleEnvironment()
checkMetrics(pageOf('docs/operating.md'))
checkLogLines(pageOf('docs/operating.md'))
checkDecisions()
checkRooms(pageOf('docs/architecture.md'))
checkAsvs(pageOf('docs/asvs.md'))

if (untruths.length > 0) {
  for (const untruth of untruths) console.error(untruth)
  process.exit(1)
}
console.log(`${pages.length} pages say nothing that is not there.`)

function pageOf(path) {
  return pages.find(({ file }) => file === path)
}
