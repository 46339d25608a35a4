import { describe, expect, test } from 'vitest'
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

test('every problem is told at once, each by the name of its variable', () => {
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

test('an empty variable is one that was not given', () => {
  expect(readEnvironment({ MONGODB_URI, PORT: '', SMTP_URL: '' })).toMatchObject({ port: 4000, smtpUrl: null })
})
