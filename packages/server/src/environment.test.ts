import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { EnvironmentError, readEnvironment } from './environment.js'

const MONGODB_URI = 'mongodb://127.0.0.1:27017/twinlock'
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')
const production = {
  MONGODB_URI,
  NODE_ENV: 'production',
  HOST: '0.0.0.0',
  PUBLIC_URL: 'https://twinlock.example',
  TWINLOCK_KEYS: `k2:${key(2)},k1:${key(1)}`,
  SMTP_URL: 'smtps://mail.example:465',
}

function problemsOf(source: Record<string, string | undefined>): readonly string[] {
  try {
    readEnvironment(source)
    return []
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems.map((problem) => problem.split(':')[0] ?? '')
    throw error
  }
}

test('all problems are reported at once, each with the name of its variable', () => {
  const source = {
    NODE_ENV: 'production',
    HOST: '0.0.0.0',
    PORT: 'eighty',
    PUBLIC_URL: 'ftp://twinlock.example',
    TWINLOCK_KEYS: 'k1:short',
    SMS_PROVIDER: 'twilio',
    SMS_COUNTRIES: 'Germany',
    TRUSTED_PROXIES: '10.0.0.0/99',
    LOG_LEVEL: 'loud',
    TWINLOCK_WORKER: 'off',
    TWINLOCK_HTTP: 'off',
  }
  expect([...problemsOf(source)].sort()).toEqual([
    'LOG_LEVEL',
    'MONGODB_URI',
    'PORT',
    'PUBLIC_URL',
    'SMS_COUNTRIES.0',
    'SMTP_URL',
    'TRUSTED_PROXIES.0',
    'TWILIO_ACCOUNT_SID',
    'TWILIO_AUTH_TOKEN',
    'TWILIO_FROM',
    'TWINLOCK_KEYS',
    'TWINLOCK_WORKER, TWINLOCK_HTTP',
  ])
})

test.each([
  ['US,PR', []],
  ['UK', ['SMS_COUNTRIES.0']],
  ['de', ['SMS_COUNTRIES.0']],
])('SMS_COUNTRIES=%s: a code that no number has is a mistake', (SMS_COUNTRIES, problems) => {
  expect(problemsOf({ ...production, SMS_COUNTRIES })).toEqual(problems)
})

test('no problem repeats a secret', () => {
  const source = {
    ...production,
    TWINLOCK_KEYS: `k1:c2VjcmV0LWNhbmFyeQ==`,
    SMTP_URL: 'http://user:secret-canary@mail',
    METRICS_TOKEN: 'secret',
  }
  expect(() => readEnvironment(source)).toThrow(EnvironmentError)
  try {
    readEnvironment(source)
  } catch (error) {
    expect(String(error)).not.toMatch(/canary|c2VjcmV0/)
  }
})

describe('trying out is not production', () => {
  test.each<[string, Record<string, string | undefined>, string[]]>([
    ['on this machine nothing is asked for', { MONGODB_URI }, []],
    ['an address of another machine', { MONGODB_URI, HOST: '0.0.0.0' }, ['TWINLOCK_KEYS', 'SMTP_URL']],
    [
      'a name of another machine',
      { MONGODB_URI, PUBLIC_URL: 'http://twinlock.example' },
      ['TWINLOCK_KEYS', 'SMTP_URL'],
    ],
    [
      'a name that only begins like this machine',
      { MONGODB_URI, PUBLIC_URL: 'http://localhost.example' },
      ['TWINLOCK_KEYS', 'SMTP_URL'],
    ],
    ['production on this machine', { MONGODB_URI, NODE_ENV: 'production' }, []],
    ['any free port, which no link could name', { MONGODB_URI, PORT: '0' }, ['PORT']],
    ['production with what it needs', production, []],
    ['two keys of one name', { ...production, TWINLOCK_KEYS: `k1:${key(1)},k1:${key(2)}` }, ['TWINLOCK_KEYS']],
    [
      'a gateway without a token',
      { ...production, SMS_PROVIDER: 'http', SMS_HTTP_URL: 'https://sms.example' },
      ['SMS_HTTP_TOKEN'],
    ],
    ['an address with a path', { ...production, PUBLIC_URL: 'https://twinlock.example/app' }, ['PUBLIC_URL']],
  ])('%s', (_, source, problems) => {
    expect(problemsOf(source)).toEqual(problems)
  })

  test.each<[string, Record<string, string | undefined>, boolean, string, boolean]>([
    ['on this machine with its own database', { MONGODB_URI, TWINLOCK_EMBEDDED: '1' }, true, 'capture', true],
    ['on this machine with a database of one’s own', { MONGODB_URI }, true, 'capture', false],
    ['in production on this machine', { MONGODB_URI, NODE_ENV: 'production' }, false, 'none', false],
    ['in production', { ...production, TWINLOCK_EMBEDDED: '1' }, false, 'none', false],
  ])(
    '%s: messages are captured and the demo is seeded only where they should',
    (_, source, isTryingOut, sms, isDemo) => {
      expect(readEnvironment(source)).toMatchObject({ isTryingOut, sms: { kind: sms }, isDemo })
    },
  )
})

test.each<[string, Record<string, string>, boolean]>([
  ['on this machine with its own database', { MONGODB_URI, TWINLOCK_EMBEDDED: '1' }, true],
  ['where the demo is off', { MONGODB_URI, TWINLOCK_EMBEDDED: '1', TWINLOCK_DEMO: 'off' }, false],
  ['with a given database', { MONGODB_URI }, false],
  ['reachable from elsewhere', { ...production, NODE_ENV: 'development', TWINLOCK_EMBEDDED: '1' }, false],
  ['in production', { ...production, TWINLOCK_EMBEDDED: '1' }, false],
])('the wiki and the identity provider of the demo, %s', (_, source, areThere) => {
  const wiki = { url: 'http://localhost:4020', secret: 's'.repeat(32) }
  const provider = 'http://localhost:4010'
  const beside = {
    TWINLOCK_DEMO_PROVIDER: provider,
    TWINLOCK_DEMO_WIKI: wiki.url,
    TWINLOCK_DEMO_WIKI_SECRET: wiki.secret,
  }
  expect(readEnvironment({ ...source, ...beside })).toMatchObject({
    demoProviderUrl: areThere ? provider : null,
    demoWiki: areThere ? wiki : null,
  })
})

test('an empty variable is one that was not given', () => {
  expect(readEnvironment({ MONGODB_URI, PORT: '', SMTP_URL: '' })).toMatchObject({ port: 4000, smtpUrl: null })
})

describe('secrets from files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'twinlock-secrets-'))
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  afterAll(() => rmSync(folder, { recursive: true }))

  test('a file stands in for its variable; the line end that editors add is no part of it', () => {
    const environment = readEnvironment({
      MONGODB_URI_FILE: file('uri', `${MONGODB_URI}\n`),
      TWINLOCK_KEYS_FILE: file('keys', `k1:${key(1)}\n`),
      METRICS_TOKEN_FILE: file('token', 'a token for the scraper\n'),
    })
    expect(environment).toMatchObject({
      mongodbUri: MONGODB_URI,
      keys: [{ id: 'k1' }],
      metricsToken: 'a token for the scraper',
    })
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['that is not there', { MONGODB_URI, TWINLOCK_KEYS_FILE: '/nowhere/keys' }, ['TWINLOCK_KEYS_FILE']],
    ['beside the variable itself', { MONGODB_URI, MONGODB_URI_FILE: file('twice', MONGODB_URI) }, ['MONGODB_URI_FILE']],
    ['that is empty', { MONGODB_URI, METRICS_TOKEN_FILE: file('empty', '\n') }, ['METRICS_TOKEN_FILE']],
    ['that holds nonsense', { MONGODB_URI, TWINLOCK_KEYS_FILE: file('bad', 'k1:short') }, ['TWINLOCK_KEYS']],
    ['for the database, not there', { MONGODB_URI_FILE: '/nowhere/uri' }, ['MONGODB_URI_FILE']],
  ])('a file %s is a problem of one line', (_, source, problems) => {
    expect(problemsOf(source)).toEqual(problems)
  })
})

describe('the settings of an operator', () => {
  test.each<[string, Record<string, string | undefined>, object]>([
    ['trying out, new networks are PRO', { MONGODB_URI }, { defaultPlan: 'PRO', hsts: null, smtpName: 'localhost' }],
    ['in production FREE', production, { defaultPlan: 'FREE', hsts: 'max-age=31536000', smtpName: 'twinlock.example' }],
    ['unless the operator says otherwise', { ...production, DEFAULT_PLAN: 'PRO' }, { defaultPlan: 'PRO' }],
    ['HSTS is left to the proxy', { ...production, HSTS: 'off' }, { hsts: null }],
    [
      'HSTS for every host of the domain',
      { ...production, HSTS: 'max-age=63072000; includeSubDomains; preload' },
      { hsts: 'max-age=63072000; includeSubDomains; preload' },
    ],
    ['the name for mail servers', { ...production, SMTP_NAME: 'mx.example' }, { smtpName: 'mx.example' }],
    ['sign-up by invitation', { MONGODB_URI, SIGN_UP: 'invitation' }, { signUp: { kind: 'invitation' } }],
    ['a name of its own', { MONGODB_URI, PRODUCT_NAME: ' Acme Login ' }, { productName: 'Acme Login' }],
    [
      'a logo somewhere else',
      { MONGODB_URI, PRODUCT_LOGO: 'https://acme.example/logo.png' },
      { productLogo: { url: 'https://acme.example/logo.png', file: null } },
    ],
  ])('%s', (_, source, settings) => {
    expect(readEnvironment(source)).toMatchObject(settings)
  })

  test.each([
    [{ HSTS: 'forever' }, 'HSTS'],
    [{ HSTS: 'max-age=1\r\nSet-Cookie: a=b' }, 'HSTS'],
    [{ SIGN_UP: 'closed' }, 'SIGN_UP'],
    [{ SIGN_UP: 'acme.com,' }, 'SIGN_UP'],
    [{ NETWORK_CREATION: 'nobody' }, 'NETWORK_CREATION'],
    [{ DEFAULT_PLAN: 'GOLD' }, 'DEFAULT_PLAN'],
    [{ OPERATOR_EMAIL: 'me' }, 'OPERATOR_EMAIL'],
    [{ SMTP_NAME: 'my mail' }, 'SMTP_NAME'],
    [{ TRUSTED_PROXY_HEADER: 'X Forwarded' }, 'TRUSTED_PROXY_HEADER'],
    [{ PRODUCT_NAME: '<b>Acme</b>' }, 'PRODUCT_NAME'],
    [{ PRODUCT_LOGO: '/nowhere/logo.png' }, 'PRODUCT_LOGO'],
    [{ PRODUCT_LOGO: 'javascript:alert(1)' }, 'PRODUCT_LOGO'],
  ])('%j is refused', (given, variable) => {
    expect(problemsOf({ MONGODB_URI, ...given })).toEqual([variable])
  })
})
