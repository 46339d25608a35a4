import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { type CommandAnswer, type CommandOptions, commands } from '../cli-commands.js'
import { commandContext } from '../cli-server.js'
import { NetworkCollection, type NetworkDocument } from '../networks/network.model.js'
import { KeyRing, type RingKey } from '../platform/crypto/key-ring.js'
import { sealSecret } from '../sso/connections/client-secret.js'
import { builtFile } from '../testing/built-file.js'
import { networkOf } from '../testing/integrator.js'
import { putNetwork } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { OperatorError } from './operator-error.js'

/**
 * The operator's commands on the database of a running server: as the process that `npm run twinlock` starts, or, where
 * the process is not what is tested, called in this one.
 */

// Each command starts a process that loads the whole server.
vi.setConfig({ testTimeout: 60_000 })

const database = `cli_${randomBytes(4).toString('hex')}`
const [older, newer] = [newKey('older'), newKey('newer')]
let testApp: TestApp
let ada: Person

beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'), { database, keyRing: new KeyRing([older, newer]) })
  // The commands tell the time by the machine's clock, so the server has to as well.
  testApp.clock.set(new Date())
  ada = await (await newPerson(testApp).signUp()).setUpApp()
})
afterAll(() => testApp.close())

test('--help names every command, and so does a command that there is not', async () => {
  const help = await twinlock('--help')
  expect(help).toMatchObject({ code: 0, stderr: '' })
  for (const name of [
    'create-network',
    'set-plan',
    'rotate-keys',
    'end-all-sessions',
    'recover-owner',
    'migrate',
    'accounts',
    'networks',
    'demo-password',
  ])
    expect(help.stdout).toContain(`\n  ${name} `)
  expect(await twinlock('constructor')).toMatchObject({ code: 1, stderr: expect.stringContaining('--help') })
  expect(await twinlock('rotate-keys', '--force')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('"--force"'),
  })
})

test.each([
  [['create-network', 'Acme'], "Expected exactly <name> <slug> <owner's email>."],
  [['set-plan', 'acme'], 'Expected exactly <slug> <FREE|PRO|ENTERPRISE>.'],
  [['set-plan', 'acme', 'GOLD'], 'There is no plan "GOLD": write one of FREE, PRO, ENTERPRISE.'],
  [['set-plan', 'nowhere', 'PRO'], 'There is no network "nowhere".'],
  [['recover-owner', 'nobody@example.com'], 'There is no account nobody@example.com.'],
  [['migrate', 'now'], 'This command takes no arguments.'],
  [['accounts', 'burn', 'ada'], 'Expected one of list, find, unlock, delete.'],
  [['accounts', 'find'], 'Expected exactly <an address or an id>.'],
  [['accounts', 'find', 'nobody@example.com'], 'There is no account nobody@example.com.'],
  [['networks', 'find', 'nowhere'], 'There is no network nowhere.'],
  [['demo-password'], 'There is no demo in this database.'],
])('wrong arguments are rejected with one line: %j', async (command, message) => {
  await expect(call(command)).rejects.toThrow(new OperatorError(message))
})

test.concurrent.each([
  [['set-plan', 'nowhere', 'PRO'], 'There is no network "nowhere".'],
  [['accounts', '--limit', 'many'], 'Write a whole number after --limit.'],
])('a rejected command prints its line to stderr and exits with 1: %j', async (command, message) => {
  expect(await twinlock(...command)).toEqual({ code: 1, stdout: '', stderr: `${message}\n` })
})

test('without a database it says which variable names it', async () => {
  const result = await run(['set-plan', 'acme', 'PRO'], { MONGODB_URI: 'mongodb://127.0.0.1:1/none' })
  expect(result).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^The database does not answer at MONGODB_URI: .*\n$/),
  })
})

test('a network is made for an account, and gets another plan', async () => {
  const made = await twinlock('create-network', 'Acme', 'acme', ada.email)
  expect(made).toMatchObject({ code: 0, stdout: `The network Acme is at /networks/acme; ${ada.email} owns it.\n` })
  expect(await twinlock('set-plan', 'acme', 'pro')).toMatchObject({ code: 0, stdout: 'Acme is on PRO now.\n' })
  expect(await ada.browser.field('{ network(slug: "acme") { plan role } }')).toEqual({ plan: 'PRO', role: 'OWNER' })
})

test('the database is migrated, and a second run finds nothing to do; a script reads which steps there were', async () => {
  await testApp.connection.collection('networks').dropIndex('slug_1')
  const first = await twinlock('migrate', '--json')
  expect(first.code).toBe(0)
  expect(JSON.parse(first.stdout)).toEqual({ steps: ['Built networks { slug: 1 } unique'], obsolete: [] })
  expect(await twinlock('migrate')).toMatchObject({ code: 0, stdout: 'The database has what this release needs.\n' })
})

test('--version is the release, the same that the package carries', async () => {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(await twinlock('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('a script lists accounts and networks page by page, and finds one of each', async () => {
  const bob = await (await newPerson(testApp, 'bob').signUp()).setUpApp()
  const network = await networkOf(bob)
  await testApp.settle()
  const found = await json(['accounts', 'find', bob.email.toUpperCase()])
  expect(found).toMatchObject({
    email: bob.email,
    methods: ['AUTHENTICATOR_APP'],
    networks: [network.slug],
    lockedUntil: null,
  })
  expect(await json(['accounts', 'find', found.id])).toEqual(found)
  const [first, ...others] = await json(['accounts', 'list'])
  expect(await json(['accounts'], { limit: 1 })).toEqual([first])
  expect(await json(['accounts'], { after: first.id })).toEqual(others)
  expect(await json(['networks', 'find', network.slug])).toMatchObject({
    id: network.id,
    plan: 'FREE',
    owners: [bob.email],
    members: 1,
    mandatoryFrom: null,
  })
  expect((await json(['networks'])).map(({ id }: { id: string }) => id)).toContain(network.id)
  expect((await call(['accounts'])).text).toContain(`  ${bob.email}  `)
})

test('a script reads JSON from the process, with as many accounts as it requested', async () => {
  const { code, stdout } = await twinlock('accounts', 'list', '--limit', '1', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual(await json(['accounts'], { limit: 1 }))
})

test('a person who typed ten wrong codes is unlocked by the operator, with the second step still on', async () => {
  const bob = await (await newPerson(testApp, 'bob').signUp()).setUpApp()
  for (const _ of [1, 2]) {
    await bob.signIn()
    for (const _ of [1, 2, 3, 4, 5]) await bob.verify('AUTHENTICATOR_APP', '000000')
  }
  await bob.signIn()
  testApp.clock.advance(30_000)
  expect(await bob.verify('AUTHENTICATOR_APP', await bob.appCode())).toMatchObject({ __typename: 'TooManyAttempts' })
  expect((await json(['accounts', 'find', bob.email])).lockedUntil).not.toBeNull()
  expect(await json(['accounts', 'unlock', bob.email])).toMatchObject({
    lockedUntil: null,
    methods: ['AUTHENTICATOR_APP'],
  })
  await bob.signIn()
  expect(await bob.verify('AUTHENTICATOR_APP', await bob.appCode())).toMatchObject({ __typename: 'SignedIn' })
})

test('an account is erased by the operator, not while a network has no other owner; a network is erased with its log', async () => {
  const carl = await newPerson(testApp, 'carl').signUp()
  const network = await networkOf(carl)
  await expect(call(['accounts', 'delete', carl.email], { yes: true })).rejects.toThrow('It is the only owner of')
  expect(await json(['networks', 'delete', network.id], { yes: true })).toEqual({ erased: network.id })
  const { id } = await json(['accounts', 'find', carl.email])
  expect(await json(['accounts', 'delete', carl.email], { yes: true })).toEqual({ erased: id })
  await expect(call(['accounts', 'find', carl.email])).rejects.toThrow(OperatorError)
})

test('a network and an account are deleted once the operator typed their name again, and never without a terminal', async () => {
  const cora = await newPerson(testApp, 'cora').signUp()
  const network = await networkOf(cora)
  const questions: string[] = []
  const answers = (answer: string) => {
    typed = (question) => {
      questions.push(question)
      return answer
    }
  }
  for (const wrong of ['', 'y', 'yes', network.id]) {
    answers(wrong)
    await expect(call(['networks', 'delete', network.slug])).rejects.toThrow('Nothing was deleted.')
  }
  answers(` ${network.slug}\n`)
  expect(await json(['networks', 'delete', network.id])).toEqual({ erased: network.id })
  expect(questions.at(-1)).toContain(`Type ${network.slug} to delete it`)
  answers('cora')
  await expect(call(['accounts', 'delete', cora.email])).rejects.toThrow('Nothing was deleted.')
  expect(await twinlock('accounts', 'delete', cora.email)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--yes'),
  })
  answers(cora.email)
  expect(await json(['accounts', 'delete', cora.email])).toMatchObject({ erased: expect.any(String) })
  expect(questions).toHaveLength(7)
})

test('accounts are found by a part of their address or name', async () => {
  const nia = await newPerson(testApp, 'n.ia+x').signUp()
  expect((await json(['accounts', 'find', '.IA+'])).map(({ email }: { email: string }) => email)).toEqual([nia.email])
  await expect(call(['accounts', 'find', 'n?ia'])).rejects.toThrow('There is no account n?ia.')
})

test('everything sealed is brought under the newest key, so that the older one may go', async () => {
  const { id: networkId } = await networkOf(ada)
  await ada.browser.field('mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { __typename } }', {
    input: { networkId, url: 'https://hooks.example.com/', eventTypes: [] },
  })
  const withProvider = await putNetwork(testApp, [], { sso: connection })
  const sealedSecret = await sealSecret(new KeyRing([older]), withProvider._id, 'client secret')
  await NetworkCollection.on(testApp.connection).updateOne(
    { _id: withProvider._id },
    { $set: { 'sso.sealedSecret': sealedSecret } },
  )
  const rotated = await run(['rotate-keys'], { TWINLOCK_KEYS: keys(newer, older) })
  expect(rotated).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+ secrets were sealed again/) })
  const envelopes = await envelopesStored()
  expect(envelopes.length).toBeGreaterThan(10)
  expect(new Set(envelopes.map((envelope) => new KeyRing([newer]).keyIdOf(envelope)))).toEqual(new Set(['newer']))
  expect(await run(['rotate-keys'], { TWINLOCK_KEYS: keys(newer) })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^0 /),
  })
})

test('one person is signed out everywhere, and nobody else', async () => {
  const [bob, eve] = [await newPerson(testApp, 'bob').signUp(), await newPerson(testApp, 'eve').signUp()]
  expect(await twinlock('end-all-sessions', bob.email)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(bob.email),
  })
  expect(await bob.viewer()).toBeNull()
  expect(await eve.viewer()).toMatchObject({ email: eve.email })
})

test('everyone is signed out, and no earlier code works again', async () => {
  testApp.clock.set(new Date(Date.now() - 600_000))
  const eve = await (await newPerson(testApp, 'eve').signUp()).setUpApp()
  testApp.clock.set(new Date())
  const ended = await twinlock('end-all-sessions')
  expect(ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+ sessions of \d+ accounts have ended/) })
  expect(await eve.viewer()).toBeNull()
  await eve.signIn()
  expect(await eve.verify('AUTHENTICATOR_APP', await eve.appCode())).toMatchObject({ __typename: 'InvalidCode' })
})

test('an owner without phone and codes gets a link of one use', async () => {
  const { code, stdout } = await twinlock('recover-owner', ada.email)
  expect(code).toBe(0)
  const token = /\/reset-password#token=([\w-]{43})\n$/.exec(stdout)?.[1]
  const reset = (password: string) =>
    testApp.browser().field('mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }', {
      input: { token, password },
    })
  expect(await reset('a wholly new password')).toEqual({ __typename: 'PasswordChanged' })
  expect(await reset('another new password')).toEqual({ __typename: 'ResetLinkExpired' })
  expect((await ada.lastMessage()).subject).toBeTruthy()
})

const connection: NonNullable<NetworkDocument['sso']> = {
  issuer: 'https://provider.example',
  clientId: 'twinlock',
  sealedSecret: null,
  justInTimeRole: null,
  savedAt: new Date(),
  version: 1,
  workedAt: null,
  trouble: null,
  requiredFrom: null,
  proofRequiredFrom: null,
  proofValues: [],
  earlierProof: null,
  endsAt: null,
}

interface CommandResult {
  code: number | null
  stdout: string
  stderr: string
}

function twinlock(...command: string[]): Promise<CommandResult> {
  return run(command, {})
}

/** What the operator types after a question. */
let typed = (_question: string) => ''

/** Calls a command in this process, as the command line does. */
async function call([name = '', ...args]: string[], options: Partial<CommandOptions> = {}): Promise<CommandAnswer> {
  const command = commands[name]
  if (!command) throw new Error(`There is no command ${name}.`)
  const act = command(args, { limit: 100, after: null, keepObsolete: false, yes: false, ...options })
  return await act(
    commandContext(
      testApp.app.get,
      () => {},
      async (question) => typed(question),
    ),
  )
}

/** What a script reads with `--json`. */
// biome-ignore lint/suspicious/noExplicitAny: a test asks for what it then reads
async function json(command: string[], options?: Partial<CommandOptions>): Promise<any> {
  return JSON.parse(JSON.stringify((await call(command, options)).json))
}

function run(command: string[], env: Record<string, string>): Promise<CommandResult> {
  const uri = inject('mongodbUri').replace(/\/?(\?.*)?$/, `/${database}$1`)
  const child = spawn(process.execPath, [builtFile('cli.js'), ...command], {
    env: {
      PATH: process.env.PATH,
      MONGODB_URI: uri,
      TWINLOCK_EMBEDDED: '1',
      TWINLOCK_KEYS: keys(older, newer),
      ...env,
    },
  })
  return new Promise((resolve, reject) => {
    const result: CommandResult = { code: null, stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      result.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      result.stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...result, code }))
  })
}

function newKey(id: string): RingKey {
  return { id, secret: new Uint8Array(randomBytes(32)) }
}

/** As TWINLOCK_KEYS has them. */
function keys(...ring: RingKey[]): string {
  return ring.map(({ id, secret }) => `${id}:${Buffer.from(secret).toString('base64')}`).join(',')
}

/** Every sealed text in the whole database: a compact JWE is a header, an empty key and three parts. */
async function envelopesStored(): Promise<string[]> {
  const collections = (await testApp.connection.db?.listCollections().toArray()) ?? []
  // Canaries seal no secret, and one of each key stays.
  const names = collections.map(({ name }) => name).filter((name) => name !== 'key_canaries')
  const documents = await Promise.all(names.map((name) => testApp.connection.collection(name).find().toArray()))
  return JSON.stringify(documents).match(/eyJ[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+/g) ?? []
}
