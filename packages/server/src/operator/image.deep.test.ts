import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openMongoConnection } from '../platform/mongo/mongo-connection.js'
import { type BuiltImage, followDockerfile } from '../testing/dockerfile.js'
import { ServerProcess } from '../testing/server-process.js'

/** The image as its Dockerfile builds it, in an empty folder and without a container engine. */

const execute = promisify(execFile)
const repository = fileURLToPath(new URL('../../../../', import.meta.url))
const MOST_BYTES = 32 * 1024 ** 2

const database = `image_${randomBytes(4).toString('hex')}`
const uri = inject('mongodbUri').replace(/\/?(\?.*)?$/, `/${database}$1`)
const settings = { MONGODB_URI: uri, TWINLOCK_KEYS: `k1:${randomBytes(32).toString('base64')}` }
let folder: string
let image: BuiltImage
const running: ServerProcess[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinlock-image-'))
  const context = join(folder, 'context')
  const { stdout } = await execute('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    maxBuffer: 1e8,
  })
  // A file that was deleted and not committed is listed too.
  for (const file of stdout.split('\0').filter(Boolean))
    await cp(join(repository, file), join(context, file), { recursive: true }).catch(() => {})
  image = await followDockerfile(join(context, 'Dockerfile'), context, folder)
}, 600_000)

afterAll(async () => {
  await Promise.all(running.map((server) => server.stop('SIGKILL')))
  const connection = await openMongoConnection(uri).asPromise()
  await connection.dropDatabase()
  await connection.close()
  await rm(folder, { recursive: true, force: true })
})

async function start(env: Record<string, string> = {}): Promise<ServerProcess> {
  const [, main = ''] = image.command
  const server = await ServerProcess.start(image.path(main), {
    ...image.env,
    ...settings,
    HOST: '127.0.0.1',
    ...env,
  })
  running.push(server)
  return server
}

const twinlock = (...command: string[]) =>
  execute(process.execPath, ['dist/cli.js', ...command], {
    cwd: image.path('.'),
    env: { PATH: process.env.PATH, ...image.env, ...settings, HOST: '127.0.0.1' },
  })

/** What Docker would ask, with the environment of the container. */
const isHealthy = (server: ServerProcess) => {
  const [, ...args] = image.healthcheck
  const env = { PATH: process.env.PATH, PORT: new URL(server.url).port }
  return spawnSync(process.execPath, args, { env }).status === 0
}

test('holds no sources, no tests and no package manager, and is small', async () => {
  const files = await readdir(image.path('/'), { recursive: true, withFileTypes: true })
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
  expect(paths.filter((path) => /\.tsx?$|\.test\.|[\\/](npm|pnpm|yarn|test)[\\/]/.test(path))).toEqual([])
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size))
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES)
})

test('twinlock is a command in it; the servers wait for its migrate, then serve the app and the API', async () => {
  const server = await start()
  await server.untilReady(503)
  expect((await twinlock('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect(JSON.parse((await twinlock('migrate', '--json')).stdout).steps).not.toHaveLength(0)
  await server.untilReady()
  expect(isHealthy(server)).toBe(true)
  await server.stop()
  expect(isHealthy(server)).toBe(false)
})

test('signs people up: the native password hash and the bundled words are there', async () => {
  const server = await (await start()).untilReady()
  const { url } = server
  expect(await (await fetch(url)).text()).toContain('<div id="root">')
  const query = 'mutation($input: SignUpInput!) { signUp(input: $input) { __typename } }'
  const input = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery staple' }
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  })
  expect(await answer.json()).toEqual({ data: { signUp: { __typename: 'EmailConfirmationSent' } } })
})

test('a worker alone is as healthy as a server, and answers nothing else', async () => {
  const worker = await (await start({ TWINLOCK_HTTP: 'off' })).untilReady()
  expect(isHealthy(worker)).toBe(true)
  expect((await fetch(`${worker.url}/graphql`)).status).toBe(404)
})
