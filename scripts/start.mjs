// What `npm start` runs: installs and builds what is missing, starts a database unless MONGODB_URI names one, and runs
// the server, which prints "Twinlock is ready at <url>".
import { ensureServerBuilt, ensureWebBuilt } from './lib/build.mjs'
import { openDatabase, requireDatabase } from './lib/database.mjs'
import { startDemoProvider, startDemoWiki } from './lib/demo-provider.mjs'
import { tryPort } from './lib/free-port.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { firstSignal, startChild, superviseUntilEnd } from './lib/process-tree.mjs'
import { beginScript, publicUrl, root } from './lib/project.mjs'
import { runScript } from './lib/steps.mjs'

beginScript()
await runScript(async () => {
  await requireDatabase()
  await ensureInstalled()
  await ensureServerBuilt()
  await ensureWebBuilt()
  // Any free port, chosen here: everything that is started, and every link, has to know which.
  if (process.env.PORT === '0') process.env.PORT = String(await tryPort(0))
  const database = await openDatabase()
  const signal = firstSignal()
  const provider = await startDemoProvider(database, publicUrl())
  const wiki = await startDemoWiki(database, publicUrl())
  const args = ['--import', `${root}scripts/lib/end-with-parent.mjs`, 'packages/server/dist/main.js']
  const server = startChild('The server', process.execPath, args, {
    cwd: root,
    // Here nobody else runs migrations. With several servers, `twinlock migrate` does before they start.
    env: { TWINLOCK_MIGRATE: 'on', ...process.env, ...database.env, ...provider?.env, ...wiki?.env },
  })
  await superviseUntilEnd(
    [server, ...[provider, wiki].flatMap((beside) => (beside ? [beside.child] : []))],
    database,
    signal,
  )
})
