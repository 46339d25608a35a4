import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { generate } from 'otplib'
import { afterAll, beforeAll, expect, inject, type TestContext, test } from 'vitest'
import { openMongoConnection } from '../platform/mongo/mongo-connection.js'
import { builtFile } from '../testing/built-file.js'
import { ServerProcess } from '../testing/server-process.js'
import { TestBrowser } from '../testing/test-browser.js'

/** During an upgrade servers of two releases serve one database, which the newer release has migrated. */

/** What was released last: a commit, until there is a tag. */
const PREVIOUS = '927dfaa'
const PASSWORD = 'correct horse battery staple'

const execute = promisify(execFile)
const repository = fileURLToPath(new URL('../../../../', import.meta.url))
const hasHistory = spawnSync('git', ['cat-file', '-e', `${PREVIOUS}^{commit}`], { cwd: repository }).status === 0

const database = `releases_${randomBytes(4).toString('hex')}`
const uri = inject('mongodbUri').replace(/\/?(\?.*)?$/, `/${database}$1`)
const env = {
  MONGODB_URI: uri,
  TWINLOCK_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  TRUSTED_PROXIES: '127.0.0.1',
}
let folder: string
let older: ServerProcess
let newer: ServerProcess

beforeAll(async () => {
  if (!hasHistory) return
  folder = await mkdtemp(join(tmpdir(), 'twinlock-previous-'))
  await execute('sh', ['-c', `git archive ${PREVIOUS} | tar -x -C "${folder}"`], { cwd: repository })
  const steps = [
    'npx -y pnpm@12.21.0 install --frozen-lockfile --prefer-offline',
    'node_modules/.bin/tsc -b packages/server',
    'node_modules/.bin/rolldown -c packages/server/rolldown.config.mjs --logLevel warn',
  ]
  for (const step of steps) await execute('sh', ['-c', step], { cwd: folder, maxBuffer: 1e8 })
  older = await (await ServerProcess.start(join(folder, 'packages/server/dist/main.js'), env)).untilReady()
}, 600_000)

afterAll(async () => {
  if (!hasHistory) return
  await Promise.all([older, newer].map((server) => server?.stop('SIGKILL')))
  const connection = await openMongoConnection(uri).asPromise()
  await connection.dropDatabase()
  await connection.close()
  await rm(folder, { recursive: true, force: true })
})

function requireHistory({ skip }: TestContext): void {
  if (!hasHistory) skip(`The commit ${PREVIOUS} is not in this clone: fetch the whole history.`)
}

test('a person of the release before, and the migration of their database', async (context) => {
  requireHistory(context)
  const ada = await signUp(older, 'ada@example.com')
  const { stdout } = await execute(process.execPath, [builtFile('cli.js'), 'migrate', '--keep-obsolete', '--json'], {
    env: { PATH: process.env.PATH, ...env },
  })
  expect(JSON.parse(stdout).steps).not.toEqual([])
  newer = await (await ServerProcess.start(builtFile('main.js'), { ...env, NODE_ENV: 'production' })).untilReady()

  expect(await viewer(newer, ada), 'the session goes on at the newer server').toEqual({ email: 'ada@example.com' })
  expect(await viewer(older, ada), 'and at the older one').toEqual({ email: 'ada@example.com' })
  expect(await signIn(older, ada), 'who signs in at the older one').toBe('SignedIn')
  expect(await viewer(newer, ada)).toEqual({ email: 'ada@example.com' })
  expect(await signIn(newer, ada), 'or at the newer one').toBe('SignedIn')
  expect(await viewer(older, ada)).toEqual({ email: 'ada@example.com' })
})

test('a person who signs up at the newer server is served by the older one', async (context) => {
  requireHistory(context)
  const bob = await signUp(newer, 'bob@example.com')
  expect(await viewer(older, bob)).toEqual({ email: 'bob@example.com' })
  expect(await signIn(older, bob)).toBe('SignedIn')
  expect(await viewer(newer, bob)).toEqual({ email: 'bob@example.com' })
})

test('L09 a sign-in that is begun at one server is finished at the other, or begins again; no step is skipped', async (context) => {
  requireHistory(context)
  for (const [first, second] of [
    [older, newer],
    [newer, older],
  ] as const) {
    const carl = await signUp(second, `carl-${randomBytes(3).toString('hex')}@example.com`)
    const browser = browserAt(first)
    expect(await password(browser, carl.email)).toBe('SecondStepRequired')
    const other = moved(browser, second)
    expect(await backupCode(other, '0000000000000')).toMatch(/InvalidCode|SignInExpired/)
    expect(await backupCode(other, carl.backupCodes.pop() ?? '')).toMatch(/SignedIn|SignInExpired/)
    expect(await backupCode(other, carl.backupCodes[0] ?? ''), 'without a password').not.toBe('SignedIn')
  }
})

test('the older server is ready as long as it runs', async (context) => {
  requireHistory(context)
  expect(await older.ready()).toBe(200)
})

interface Member {
  email: string
  browser: TestBrowser
  backupCodes: string[]
}

function browserAt(server: ServerProcess): TestBrowser {
  return new TestBrowser(server.url)
}

/** The same cookies, sent to another server: what a load balancer does. */
function moved(browser: TestBrowser, server: ServerProcess): TestBrowser {
  const other = browserAt(server)
  for (const [name, value] of browser.cookies) other.cookies.set(name, value)
  return other
}

async function signUp(server: ServerProcess, email: string): Promise<Member> {
  const browser = browserAt(server)
  const input = { name: 'Somebody', email, password: PASSWORD }
  await browser.field('mutation($input: SignUpInput!) { signUp(input: $input) { __typename } }', { input })
  const confirmed = await browser.field(
    'mutation($input: ConfirmEmailInput!) { confirmEmail(input: $input) { __typename } }',
    { input: { email, code: await mailedCode(email) } },
  )
  expect(confirmed.__typename).toBe('SignedIn')
  const { setupId, secret } = await browser.field(
    'mutation { beginAuthenticatorSetup { ... on AuthenticatorSetup { setupId secret } } }',
  )
  const { backupCodes } = await browser.field(
    `mutation($input: ConfirmSetupInput!) { confirmAuthenticatorSetup(input: $input) {
      ... on TwoFactorSetUp { backupCodes { codes { code } } }
    } }`,
    { input: { setupId, code: await generate({ secret }) } },
  )
  return { email, browser, backupCodes: backupCodes.codes.map(({ code }: { code: string }) => code) }
}

/** Only the older server, which is tried out, shows its inbox; both deliver into it. */
async function mailedCode(email: string): Promise<string> {
  for (;;) {
    const inbox = (await (await fetch(`${older.url}/dev/inbox.json`)).json()) as { to: string; text: string }[]
    const code = inbox.find(({ to }) => to === email)?.text.match(/(?<![\w-])\d{6}(?![\w-])/)?.[0]
    if (code) return code
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function signIn(server: ServerProcess, member: Member): Promise<string> {
  const browser = browserAt(server)
  expect(await password(browser, member.email)).toBe('SecondStepRequired')
  const step = await backupCode(browser, member.backupCodes.pop() ?? '')
  member.browser = browser
  return step
}

async function password(browser: TestBrowser, email: string): Promise<string> {
  const query = 'mutation($input: SignInInput!) { signIn(input: $input) { __typename } }'
  return (await browser.field(query, { input: { email, password: PASSWORD } })).__typename
}

async function backupCode(browser: TestBrowser, code: string): Promise<string> {
  const { data, errors } = await browser.ask(
    'mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { __typename } }',
    { input: { method: 'BACKUP_CODE', code, trustDevice: false } },
  )
  return errors?.[0]?.extensions.code ?? data.verifySecondStep.__typename
}

async function viewer(server: ServerProcess, { browser }: Member) {
  return moved(browser, server).field('{ viewer { email } }')
}
