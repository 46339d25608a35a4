// What `npm run dev` runs: the server and the web app from their sources, both reloading as they change.
import { ensureServerBuilt } from './lib/build.mjs'
import { openDatabase, requireDatabase } from './lib/database.mjs'
import { startDemoProvider } from './lib/demo-provider.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { firstSignal, startChild, superviseUntilEnd } from './lib/process-tree.mjs'
import { beginScript, root } from './lib/project.mjs'
import { runScript, say } from './lib/steps.mjs'

const WEB_PORT = 5173

beginScript()
await runScript(async () => {
  await requireDatabase()
  await ensureInstalled()
  await ensureServerBuilt() // The demo's identity provider runs from its build; the rest runs from source.
  const database = await openDatabase()
  const signal = firstSignal()
  const port = process.env.PORT ?? '4000'
  const url = process.env.PUBLIC_URL ?? `http://localhost:${WEB_PORT}`
  const provider = await startDemoProvider(database, url)
  const env = { ...process.env, ...database.env, ...provider?.env, PORT: port, PUBLIC_URL: url }
  const watch = ['watch', '--conditions=@twinlock/source', 'src/main.ts']
  const server = startChild('The server', `${root}node_modules/.bin/tsx`, watch, { cwd: `${root}packages/server`, env })
  const web = startChild('Vite', `${root}node_modules/.bin/vite`, ['--port', String(WEB_PORT), '--strictPort'], {
    cwd: `${root}packages/web`,
    env: { ...env, TWINLOCK_DEV_SERVER: `http://localhost:${port}` },
  })
  say(`Open ${url}; the API is at http://localhost:${port}/graphql.`)
  await superviseUntilEnd([server, web, ...(provider ? [provider.child] : [])], database, signal)
})
