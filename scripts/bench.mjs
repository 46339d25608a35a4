// What `npm run bench` runs: installs the packages of bench/ (its own, never the product's), builds the product, starts a
// database and measures the product beside others. `-- --quick` checks that it runs; `-- --only <arm>` runs one arm.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureServerBuilt, ensureWebBuilt } from './lib/build.mjs'
import { openDatabase, requireDatabase } from './lib/database.mjs'
import { ensureBenchInstalled, ensureInstalled } from './lib/install.mjs'
import { beginScript, root } from './lib/project.mjs'
import { runScript } from './lib/steps.mjs'

beginScript()
await runScript(async () => {
  await requireDatabase()
  await ensureInstalled()
  await ensureBenchInstalled()
  await ensureServerBuilt()
  await ensureWebBuilt()
  // A new folder: the figures are of fresh files, and existing data is untouched.
  const folder = mkdtempSync(join(tmpdir(), 'twinlock-bench-'))
  process.env.TWINLOCK_DATA_DIR = folder
  const database = await openDatabase()
  try {
    const { runBench } = await import(`${root}bench/src/run.mjs`)
    await runBench(process.argv.slice(2), { ...database, uri: process.env.MONGODB_URI ?? database.env.MONGODB_URI })
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
process.exit()
