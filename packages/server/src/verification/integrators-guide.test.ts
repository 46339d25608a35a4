import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { putSsoNetwork } from '../sso/testing/sso-story.js'
import { type FencedExample, fencedExamplesOf } from '../testing/fenced-examples.js'
import { type Integrator, integratorOf, type OwnNetwork } from '../testing/integrator.js'
import { putNetwork } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { Receiver } from '../testing/receiver.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { answer, RETURN_ADDRESS } from './verification.fixture.js'

const run = promisify(execFile)
/** Where the examples' imports resolve, as in a project that has installed them. */
const folder = fileURLToPath(new URL('../../node_modules/', import.meta.url))
const scopes = ['network:read', 'members:read', 'external-ids:write', 'audit:read', 'verifications:write']

let testApp: TestApp
let ada: Person
let ben: Person
let network: OwnNetwork
let key: Integrator & { keyId: string }
let chat: Receiver
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  testApp.clock.set(new Date(Date.now() - 60_000))
  ada = await (await newPerson(testApp).signUp()).setUpApp()
  testApp.clock.set(new Date())
  const company = await putSsoNetwork(testApp, { issuer: 'https://login.acme.example' }, [ada], { role: 'ADMIN' })
  await putNetwork(testApp, [await newPerson(testApp, 'cora').signUp()], { into: company, usesSso: true })
  ben = await newPerson(testApp, 'ben').signUp()
  await putNetwork(testApp, [ben], { into: company })
  network = { id: company._id, slug: company.slug }
  testApp.clock.advance(5_000)
  key = await integratorOf(testApp, ada, network, { scopes, returnAddresses: [RETURN_ADDRESS] })
  chat = await Receiver.start()
})
afterAll(async () => {
  await chat.close()
  await testApp.close()
})

const examples = fencedExamplesOf('docs/integrators.md')
const withWord = (language: string, word: string): FencedExample => {
  const found = examples.find((example) => example.language === language && example.code.includes(word))
  if (!found) throw new Error(`docs/integrators.md has no ${language} example with ${word}.`)
  return found
}
const done = new Set<FencedExample>()

function environment(more: Record<string, string> = {}) {
  const { PATH = '' } = process.env
  return {
    PATH,
    TWINLOCK: testApp.url,
    KEY: key.token,
    SLUG: network.slug,
    MEMBER: ada.email,
    RETURN_URL: RETURN_ADDRESS,
    ISSUER: 'http://localhost:4000',
    ...more,
  }
}

/** A GraphQL document and the variables in its comment. */
async function ask(example: FencedExample, more: Record<string, unknown> = {}) {
  done.add(example)
  const given = /^# with: (.*)$/m.exec(example.code)?.[1] ?? '{}'
  const filled = given
    .replace('$MEMBER', ada.email)
    .replace('$RETURN_URL', RETURN_ADDRESS)
    .replace('$NETWORK', network.id)
  return key.ask(example.code, { slug: network.slug, after: null, ...JSON.parse(filled), ...more })
}

async function runScript(example: FencedExample, more: Record<string, string> = {}): Promise<string> {
  done.add(example)
  const file = `${folder}guide-${process.pid}-${example.line}.mjs`
  writeFileSync(file, example.code)
  try {
    return (await run(process.execPath, [file], { env: environment(more) })).stdout
  } finally {
    rmSync(file)
  }
}

describe('the guide for integrators', () => {
  test('gets a first answer with a key and curl', async () => {
    const example = withWord('sh', 'curl')
    done.add(example)
    const { stdout } = await run('bash', ['-c', example.code], { env: environment() })
    expect(JSON.parse(stdout)).toMatchObject({ data: { integration: { name: 'Payroll', scopes } } })
  })

  test('lists members without two-factor authentication', async () => {
    const { data, errors } = await ask(withWord('graphql', 'query WhoLacks'))
    expect(errors).toBeUndefined()
    const { members } = data.network.security
    expect(members.edges.map(({ node }: { node: { name: string } }) => node.name)).toEqual(['ben'])
  })

  test('posts them to a chat', async () => {
    await runScript(withWord('js', 'CHAT_URL'), { CHAT_URL: chat.url })
    expect(JSON.parse(chat.received.at(-1)?.body ?? '').text).toMatch(/^Still without .*: ben$/)
  })

  test('exports changes as a CSV, and only new ones the next night', async () => {
    const { errors } = await ask(withWord('graphql', 'query Changes'))
    expect(errors).toBeUndefined()
    const folderOfCursor = mkdtempSync(join(tmpdir(), 'guide-'))
    const nightly = () => runScript(withWord('js', 'rows.map'), { CURSOR_FILE: join(folderOfCursor, 'cursor') })
    try {
      const first = await nightly()
      expect(first).toContain(`"ada","${ada.email}","AUTHENTICATOR_APP",""`)
      expect((await nightly()).trim().split('\n')).toHaveLength(1)
      await ben.setUpSms('+14155550178')
      await testApp.settle()
      testApp.clock.advance(5_000)
      const [, ...rows] = (await nightly()).trim().split('\n')
      expect(rows).toEqual([expect.stringContaining('"ben"')])
    } finally {
      rmSync(folderOfCursor, { recursive: true })
    }
  })

  test('stores another system’s id of a member', async () => {
    const changes = await ask(withWord('graphql', 'query Changes'))
    const { id } = changes.data.network.security.memberChanges.edges[0].node
    const example = withWord('graphql', 'mutation Name')
    const { data } = await ask({ ...example, code: example.code.replace('$MEMBERSHIP', id) })
    done.add(example)
    expect(data.setExternalId.__typename).toBe('ExternalIdSet')
  })

  test('resumes reading the audit log', async () => {
    const example = withWord('graphql', 'query Audit')
    const first = (await ask(example)).data.network.security.auditStream
    expect(first.edges.map(({ node }: { node: { type: string } }) => node.type)).toContain('api_key.created')
    const { data, errors } = await ask(example, { after: first.pageInfo.endCursor })
    expect(errors).toBeUndefined()
    expect(data.network.security.auditStream.edges).toEqual([])
  })

  test('starts a verification, reads its result, and validates it offline', async () => {
    const started = await ask(withWord('graphql', 'mutation Ask'))
    const { id } = started.data.startVerification.verification
    testApp.clock.set(new Date())
    await answer(ada, id, await ada.appCode())
    const { data, errors } = await ask(withWord('graphql', 'query Read'), { id })
    expect(errors).toBeUndefined()
    expect(data.verification.status).toBe('COMPLETED')
    const said = await runScript(withWord('js', 'jwtVerify'), { TOKEN: data.verification.token })
    expect(said).toContain('urn:twinlock:acr:second-step')
  })

  test('receives events, and validates their signature', async () => {
    const example = withWord('js', 'createServer')
    done.add(example)
    const { port } = await Receiver.start().then(async (receiver) => {
      await receiver.close()
      return receiver
    })
    const created = await ada.browser.field(
      'mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { ... on WebhookCreated { secret webhook { id } } } }',
      { input: { networkId: network.id, url: `http://127.0.0.1:${port}/` } },
    )
    const file = `${folder}guide-${process.pid}-${example.line}.mjs`
    writeFileSync(file, example.code)
    const env = environment({ SECRET: created.secret, PORT: String(port) })
    const hearing: ChildProcess = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      await untilListening(port)
      testApp.clock.set(new Date())
      await ada.browser.field(`mutation { sendTestEvent(webhookId: "${created.webhook.id}") { id } }`)
      await testApp.settle()
      const [heard] = await new Promise<Buffer[]>((resolve) =>
        hearing.stdout?.once('data', (chunk) => resolve([chunk])),
      )
      expect(String(heard)).toContain('webhook.test')
    } finally {
      hearing.kill()
      rmSync(file)
    }
  })

  test('has no example that is not tested here', () => {
    const missing = examples.filter((example) => !done.has(example)).map(({ line }) => `line ${line}`)
    expect(missing).toEqual([])
  })
})

async function untilListening(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const isThere = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST' }).then(
      () => true,
      () => false,
    )
    if (isThere) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('The example does not listen.')
}
