import { createHmac } from 'node:crypto'
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Person } from '../../testing/person.js'
import { refused } from '../../testing/refused.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import { CLIENT, type HostileProvider, type Lies } from '../testing/hostile-provider.js'
import { claimsOf, problemIn, putSsoNetwork, signInByProvider } from '../testing/sso-story.js'
import { withProvider } from '../testing/with-provider.js'

let testApp: TestApp
let provider: HostileProvider
let ada: Person
let network: NetworkDocument
let browser: TestBrowser
withProvider((started) => {
  ;({ testApp, provider } = started)
})
beforeAll(async () => {
  ada = await new Person(testApp, testApp.browser(), 'ada@acme.example').signUp()
  network = await putSsoNetwork(testApp, provider, [ada])
})
beforeEach(() => {
  browser = testApp.browser()
})

/** Signs in no one, whatever the answer was. @returns the problem that the sign-in page gets */
const refusal = async (act: () => Promise<string>, from = browser) => {
  const place = await refused(testApp, from, act)
  expect(await from.field('{ viewer { id } }')).toBeNull()
  return problemIn(place)
}
const said = () => claimsOf(ada.email)

describe('I03 the ID token', () => {
  const forged = async (claims: object) => {
    const foreign = await generateKeyPair('RS256')
    return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(foreign.privateKey)
  }
  it.each<[string, Lies]>([
    ['unsigned', { sign: (claims) => new UnsecuredJWT(claims).encode() }],
    ['signed by a key that is not the provider’s', { sign: forged }],
    ['of a foreign key id', { header: { kid: 'foreign' } }],
    [
      'that brings its own keys along (jku)',
      {
        sign: async (claims, { sign }) =>
          sign.call(provider, claims, { kid: 'foreign', jku: 'https://evil.example/jwks' }),
      },
    ],
    [
      'signed by HS256 with the public key',
      {
        sign: async (claims, { keys }) => {
          const secret = new TextEncoder().encode(await exportSPKI(keys.publicKey))
          return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret)
        },
      },
    ],
    [
      'signed by HS256 with the client secret',
      {
        sign: (claims) =>
          new SignJWT(claims)
            .setProtectedHeader({ alg: 'HS256' })
            .sign(new TextEncoder().encode(CLIENT.secret.padEnd(32, '.'))),
      },
    ],
    [
      'whose claims were changed after it was signed',
      {
        sign: async (claims, { sign }) => {
          const [header, , signature] = (await sign.call(provider, { ...claims, sub: 'somebody' })).split('.')
          return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.')
        },
      },
    ],
    ['for another client', { claims: (claims) => ({ ...claims, aud: 'another' }) }],
    [
      'for two, given out to the other',
      { claims: (claims) => ({ ...claims, aud: [CLIENT.id, 'another'], azp: 'another' }) },
    ],
    ['of another issuer', { claims: (claims) => ({ ...claims, iss: 'https://evil.example' }) }],
    [
      'that is over',
      { claims: (claims) => ({ ...claims, exp: Number(claims.iat) - 100, iat: Number(claims.iat) - 400 }) },
    ],
    [
      'issued in the future',
      { claims: (claims) => ({ ...claims, iat: Number(claims.iat) + 3_600, exp: Number(claims.exp) + 3_600 }) },
    ],
    ['without an end', { claims: ({ exp: _, ...claims }) => claims }],
    ['without a nonce', { claims: ({ nonce: _, ...claims }) => claims }],
    ['with another nonce', { claims: (claims) => ({ ...claims, nonce: 'replayed' }) }],
    ['without a subject', { claims: ({ sub: _, ...claims }) => claims }],
    ['whose subject is no text', { claims: (claims) => ({ ...claims, sub: { $ne: null } }) }],
    ['whose subject has control characters', { claims: (claims) => ({ ...claims, sub: 'a\u0000b' }) }],
    ['that is none', { sign: () => 'not a token' }],
    [
      'left out',
      {
        token: (response) =>
          response.setHeader('content-type', 'application/json').end('{"access_token":"a","token_type":"Bearer"}'),
      },
    ],
    ['with user info of someone else', { userInfo: (claims) => ({ ...claims, sub: 'somebody-else' }) }],
  ])('%s', async (_, lies) => {
    provider.lies = lies
    expect(await refusal(() => signInByProvider(browser, provider, network.slug, said()))).toBe('UNTRUSTED')
  })

  test('nothing of a token is in the log', async () => {
    provider.lies = { claims: (claims) => ({ ...claims, aud: 'another' }) }
    await signInByProvider(browser, provider, network.slug, said())
    expect(testApp.logs()).not.toMatch(/eyJ[\w-]+\.eyJ|code=|a:secret/)
  })
})

describe('I05 addresses that look like another', () => {
  it.each([
    ['a full-width @', 'ada\uFF20acme.example'],
    ['full-width letters', '\uFF41da@acme.example'],
    ['a Cyrillic а in the domain', 'ada@\u0430cme.example'],
    ['a dot at the end', 'ada@acme.example.'],
    ['two @', 'ada@evil.example@acme.example'],
    ['two @, one of them full-width', 'ada@evil.example\uFF20acme.example'],
    ['the domain as a subdomain', 'ada@acme.example.evil.example'],
    ['a subdomain of the domain', 'ada@mail.acme.example'],
    ['a name before it', 'Ada <ada@acme.example>'],
    ['a zero-width character', 'ada\u200B@acme.example'],
  ])('%s says nothing of who it is', async (_, email) => {
    const claims = {
      ...said(),
      sub: `sub-${email.length}-${createHmac('sha256', 'x').update(email).digest('hex')}`,
      email,
    }
    const place = await refused(testApp, browser, () => signInByProvider(browser, provider, network.slug, claims))
    expect(place).toBe('/sign-in/sso/join')
    expect(await browser.field('{ viewer { id } }')).toBeNull()
  })

  test('with a tag it is another address, and another account', async () => {
    const tagged = { ...said(), sub: 'tagged', email: 'ada+x@acme.example' }
    expect(await refusal(() => signInByProvider(browser, provider, network.slug, tagged))).toBe('NOT_A_MEMBER')
  })

  test('in another case it is the same', async () => {
    const bob = await new Person(testApp, testApp.browser(), 'bob@acme.example').signUp()
    const his = await putSsoNetwork(testApp, provider, [bob])
    await signInByProvider(browser, provider, his.slug, { ...claimsOf(bob.email), email: 'BOB@Acme.Example' })
    expect(await browser.field('{ viewer { email } }')).toEqual({ email: bob.email })
  })
})
