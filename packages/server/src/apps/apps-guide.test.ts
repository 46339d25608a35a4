import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { KeyRing } from '../platform/crypto/key-ring.js'
import { builtFile } from '../testing/built-file.js'
import { type FencedExample, fencedExamplesOf } from '../testing/fenced-examples.js'
import { type Integrator, integratorOf, networkOf, type OwnNetwork } from '../testing/integrator.js'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'

const run = promisify(execFile)
const database = `test_apps_guide_${process.pid}`
const secret = randomBytes(32)

let testApp: TestApp
let network: OwnNetwork
let key: Integrator
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'), { database, keyRing: new KeyRing([{ id: 'test1', secret }]) })
  const ada = await newPerson(testApp).signUp()
  network = await networkOf(ada)
  key = await integratorOf(testApp, ada, network, { scopes: ['apps:write', 'members:read'] })
})
afterAll(() => testApp.close())

/** Each runs when its turn has come on the page, as a reader does it. */
const examples = fencedExamplesOf('docs/apps.md')
const next = (language: string, word: string): FencedExample => {
  const example = examples.shift()
  if (example?.language !== language || !example.code.includes(word))
    throw new Error(`docs/apps.md has line ${example?.line} in the place of a ${language} example with ${word}.`)
  return example
}

// biome-ignore lint/suspicious/noExplicitAny: a test asks for what it then reads
async function ask({ code }: FencedExample, app = ''): Promise<any> {
  const given = /^# with: (.*)$/m.exec(code)?.[1] ?? '{}'
  const filled = given.replace('$NETWORK', network.id).replace('$APP', app)
  const { data, errors } = await key.ask(code, { slug: network.slug, ...JSON.parse(filled) })
  expect(errors).toBeUndefined()
  return Object.values(data)[0]
}

async function sh({ code }: FencedExample): Promise<string> {
  const command = code.replace('npm run twinlock --', `${process.execPath} ${builtFile('cli.js')}`)
  const { PATH } = process.env
  const uri = inject('mongodbUri').replace(/\/?(\?.*)?$/, `/${database}$1`)
  const operator = { MONGODB_URI: uri, TWINLOCK_EMBEDDED: '1', TWINLOCK_KEYS: `test1:${secret.toString('base64')}` }
  const env = { PATH, TWINLOCK: testApp.url, SLUG: network.slug, ...operator }
  return (await run('bash', ['-c', command], { env })).stdout
}

test('an app is added, changed, given another secret, and deleted, as the page says', async () => {
  const configuration = JSON.parse(await sh(next('sh', 'openid-configuration')))
  expect(configuration.issuer).toBe('http://localhost:4000/oidc')
  const created = await ask(next('graphql', 'mutation CreateApp'))
  expect(created).toMatchObject({ clientSecret: expect.any(String), app: { roles: ['OWNER', 'ADMIN', 'MEMBER'] } })
  const { id } = created.app
  expect(await ask(next('graphql', 'mutation UpdateApp'), id)).toMatchObject({ app: { requires: 'SECOND_STEP' } })
  expect(await ask(next('graphql', 'mutation RotateAppSecret'), id)).toMatchObject({ app: { liveSecrets: 2 } })
  const { apps } = await ask(next('graphql', 'query Apps'))
  expect(apps).toMatchObject([{ name: 'Wiki', people: { nodes: [] } }])
  expect(await ask(next('graphql', 'mutation DeleteApp'), id)).toBe(true)
})

test('a host is assigned, put behind the gate, and the gate asked by hand', async () => {
  expect(await sh(next('sh', 'assign-host'))).toContain('boards.example.com')
  expect(await ask(next('graphql', 'CreateAppBehindTheGate'))).toMatchObject({ app: { hosts: ['boards.example.com'] } })
  const page = await sh(next('sh', '/gate'))
  expect(page).toMatch(/^HTTP\/1.1 302 /)
  expect(page).toContain('ocation: https://boards.example.com/.twinlock/start?to=%2F\r\n')
  expect(await sh(next('sh', '/health'))).toMatch(/^HTTP\/1.1 200 /)
})

test('the page has no example that is not run here', () => {
  expect(examples.map(({ line }) => `line ${line}`)).toEqual([])
})
