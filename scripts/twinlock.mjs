// What `npm run twinlock -- <command>` runs: an operator's command on the database that the product uses.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ensureServerBuilt } from './lib/build.mjs'
import { reachDatabase } from './lib/database.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { beginScript, root } from './lib/project.mjs'
import { runScript } from './lib/steps.mjs'

beginScript()
await runScript(async () => {
  await ensureInstalled()
  await ensureServerBuilt()
  const command = process.argv.slice(2)
  const answeredAlone = ['help', '-h', '--help', '--version']
  const needsNoDatabase = command.length === 0 || command.some((word) => answeredAlone.includes(word))
  const database = needsNoDatabase ? undefined : await reachDatabase()
  const child = spawn(process.execPath, ['packages/server/dist/cli.js', ...command], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...database?.env },
  })
  const [code] = await once(child, 'exit')
  await database?.close()
  process.exitCode = code ?? 1
})
