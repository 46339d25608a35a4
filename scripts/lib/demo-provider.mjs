import { randomBytes } from 'node:crypto'
import { tryPort } from './free-port.mjs'
import { startChild } from './process-tree.mjs'
import { root } from './project.mjs'

// Their ports, above the server's.
const BESIDE = 10
const WIKI_BESIDE = 20

/**
 * The identity provider that the demo's company signs in by, where there is a demo: on this machine alone, never in
 * production. It is no loss when it ends: everything but company sign-in works without it.
 * @returns what the server needs to know of it, and a child to end with the others; undefined without a demo
 */
export async function startDemoProvider(database, clientUrl) {
  if (!isDemo(database, clientUrl)) return undefined
  const port = await portBeside(Number(new URL(clientUrl).port), BESIDE)
  const issuer = `http://localhost:${port}`
  const args = ['--import', `${root}scripts/lib/end-with-parent.mjs`, 'packages/demo-identity-provider/dist/main.js']
  const child = startChild('The demo identity provider', process.execPath, args, {
    cwd: root,
    env: { PATH: process.env.PATH, DEMO_PROVIDER_ISSUER: issuer, DEMO_PROVIDER_FOR: clientUrl },
  })
  const stop = async () => ({ ...(await child.stop()), code: 0 })
  return { env: { TWINLOCK_DEMO_PROVIDER: issuer }, child: { ended: new Promise(() => {}), stop } }
}

/**
 * The app of the demo: `examples/wiki`, which its people sign in to by this server. It is no loss when it ends.
 * @returns as `startDemoProvider`
 */
export async function startDemoWiki(database, clientUrl) {
  if (!isDemo(database, clientUrl)) return undefined
  const port = await portBeside(Number(new URL(clientUrl).port), WIKI_BESIDE)
  const secret = randomBytes(32).toString('base64url')
  const child = startChild(
    'The demo wiki',
    process.execPath,
    ['--import', `${root}scripts/lib/end-with-parent.mjs`, 'server.js'],
    {
      cwd: `${root}examples/wiki`,
      env: {
        PATH: process.env.PATH,
        TWINLOCK: clientUrl,
        CLIENT_ID: 'app_demo_wiki',
        CLIENT_SECRET: secret,
        PORT: String(port),
      },
    },
  )
  const stop = async () => ({ ...(await child.stop()), code: 0 })
  const env = { TWINLOCK_DEMO_WIKI: `http://localhost:${port}`, TWINLOCK_DEMO_WIKI_SECRET: secret }
  return { env, child: { ended: new Promise(() => {}), stop } }
}

/** The same question as the server's own; where the answer is no, nothing knows of the provider. */
function isDemo(database, clientUrl) {
  const { NODE_ENV, TWINLOCK_DEMO, HOST = '127.0.0.1' } = process.env
  const isHere = [HOST, new URL(clientUrl).hostname].every((host) => /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(host))
  return isHere && NODE_ENV !== 'production' && TWINLOCK_DEMO !== 'off' && database.env.TWINLOCK_EMBEDDED !== undefined
}

/** The same at every start, so that who joined it stays joined; another one where that is taken. */
async function portBeside(port, beside) {
  const wished = port > 0 && port + beside < 65_536 ? port + beside : 0
  return (await tryPort(wished)) ?? (await tryPort(0))
}
