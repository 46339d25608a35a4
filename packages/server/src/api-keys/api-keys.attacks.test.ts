import { DAY } from '@twinlock/shared/durations'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { CREATE_KEY, Integrator, integratorOf, networkOf } from '../testing/integrator.js'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { KeyCallerService } from './key-caller.service.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const WHO_AM_I = '{ integration { id } }'
const codeOf = (answer: { errors?: { extensions: { code: string } }[] }) => answer.errors?.[0]?.extensions.code

async function adminWithKey(options: Parameters<typeof integratorOf>[3] = {}) {
  const ada = await newPerson(testApp).signUp()
  const network = await networkOf(ada)
  return { ada, network, key: await integratorOf(testApp, ada, network, options) }
}

describe('H07: a key that does not count', () => {
  test('of another network sees nothing of this one', async () => {
    const { key } = await adminWithKey()
    const other = await adminWithKey()
    expect(await key.field(`{ network(slug: "${other.network.slug}") { id } }`)).toBeNull()
  })

  test('without the scope learns which one it lacks', async () => {
    const { network, key } = await adminWithKey({ scopes: ['members:read'] })
    const answer = await key.ask(`{ network(slug: "${network.slug}") { id } }`)
    expect(answer.errors?.[0]).toMatchObject({
      message: 'This API key lacks the scope network:read.',
      extensions: { code: 'FORBIDDEN', missingScope: 'network:read' },
    })
  })

  test('expired: its last millisecond counts, the next does not', async () => {
    const { key } = await adminWithKey({ expiresInDays: 1 })
    testApp.clock.advance(DAY - 1)
    expect(await key.field(WHO_AM_I)).not.toBeNull()
    testApp.clock.advance(1)
    const answer = await key.post({ query: WHO_AM_I })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="twinlock", error="invalid_token"')
    expect(codeOf(await answer.json())).toBe('UNAUTHENTICATED')
  })

  test('revoked in flight: no request that begins after the answer gets through', async () => {
    const { ada, key } = await adminWithKey()
    const flood = Array.from({ length: 20 }, () => key.ask(WHO_AM_I))
    await ada.browser.field(`mutation { revokeApiKey(id: "${key.keyId}") { state } }`)
    const after = await Promise.all(Array.from({ length: 20 }, () => key.ask(WHO_AM_I)))
    await Promise.all(flood)
    expect(new Set(after.map(codeOf))).toEqual(new Set(['UNAUTHENTICATED']))
  })

  test('revoked between two acts of one request: the first is done, the second is refused', async () => {
    const { ada, network, key } = await adminWithKey({ scopes: ['webhooks:write'] })
    const keyCallers = testApp.app.get(KeyCallerService)
    const resume = keyCallers.resume.bind(keyCallers)
    let reads = 0
    const spy = vi.spyOn(keyCallers, 'resume').mockImplementation(async (...args) => {
      reads += 1
      // Once at the beginning of the request, and before each act.
      if (reads === 3) await ada.browser.field(`mutation { revokeApiKey(id: "${key.keyId}") { state } }`)
      return resume(...args)
    })
    const act = (alias: string) =>
      `${alias}: createWebhook(input: { networkId: "${network.id}", url: "https://app.example.com/${alias}" }) { __typename }`
    const { errors } = await key.ask(`mutation { ${act('first')} ${act('second')} }`)
    spy.mockRestore()
    expect(errors).toMatchObject([{ path: ['second'], extensions: { code: 'UNAUTHENTICATED' } }])
    const { webhooks } = await ada.browser.field(`{ network(slug: "${network.slug}") { webhooks { url } } }`)
    expect(webhooks).toEqual([{ url: 'https://app.example.com/first' }])
  })

  test('whose maker lost the role stops', async () => {
    const { ada, network, key } = await adminWithKey()
    await testApp.connection
      .collection<{ _id: string }>('networks')
      .updateOne({ _id: network.id }, { $set: { ownerIds: [] } })
    await testApp.connection
      .collection('memberships')
      .updateOne({ networkId: network.id, email: ada.email }, { $set: { role: 'MEMBER' } })
    expect((await key.ask(WHO_AM_I)).errors?.[0]).toMatchObject({
      message: expect.stringContaining('no longer an Admin'),
      extensions: { code: 'UNAUTHENTICATED' },
    })
  })

  test('whose maker left stops', async () => {
    const { ada, network, key } = await adminWithKey()
    await testApp.connection
      .collection('memberships')
      .updateOne({ networkId: network.id, email: ada.email }, { $set: { leftAt: testApp.clock.now() } })
    expect(codeOf(await key.ask(WHO_AM_I))).toBe('UNAUTHENTICATED')
  })

  test('whose maker is without required 2FA after the deadline stops, and works again once it is set up', async () => {
    const { ada, network, key } = await adminWithKey()
    const now = testApp.clock.now()
    await testApp.connection.collection<{ _id: string }>('networks').updateOne(
      { _id: network.id },
      {
        $set: {
          mandate: {
            activationId: 'act_1',
            activatedAt: now,
            activatedBy: { accountId: 'acc_x', name: 'x' },
            deadline: new Date(now.getTime() + 60_000),
          },
        },
      },
    )
    testApp.clock.advance(59_999)
    expect(await key.field(WHO_AM_I)).not.toBeNull()
    testApp.clock.advance(1)
    expect((await key.ask(WHO_AM_I)).errors?.[0]?.message).toContain('two-factor')
    await ada.browser.field('mutation { sendMailboxCode { __typename } }')
    await ada.browser.ask('mutation($code: String!) { proveMailbox(code: $code) { __typename } }', {
      code: await ada.mailedCode(),
    })
    await ada.setUpApp()
    expect(await key.field(WHO_AM_I)).not.toBeNull()
  })

  test('from an address that it may not come from', async () => {
    const { key } = await adminWithKey({ allowedAddresses: ['198.51.100.0/24', '2001:db8::/32'] })
    expect(await key.field(WHO_AM_I)).not.toBeNull()
    const elsewhere = new Integrator(testApp.url, key.token, '203.0.113.9')
    expect((await elsewhere.ask(WHO_AM_I)).errors?.[0]).toMatchObject({
      message: 'This API key may not be used from 203.0.113.9.',
      extensions: { code: 'UNAUTHENTICATED' },
    })
    const viaSixth = new Integrator(testApp.url, key.token, '2001:db8::7')
    expect(await viaSixth.field(WHO_AM_I)).not.toBeNull()
  })

  test('with one character changed is no key', async () => {
    const { key } = await adminWithKey()
    const last = key.token.endsWith('A') ? 'B' : 'A'
    const forged = new Integrator(testApp.url, key.token.slice(0, -1) + last)
    expect((await forged.ask(WHO_AM_I)).errors?.[0]?.message).toBe('There is no such API key.')
  })
})

describe('H07: making a key', () => {
  const input = (networkId: string) => ({ input: { networkId, name: 'X', scopes: ['network:read'] } })

  test('without a fresh confirmation is refused', async () => {
    const { ada, network } = await adminWithKey()
    testApp.clock.advance(5 * 60_000)
    const answer = await ada.browser.ask(CREATE_KEY, input(network.id))
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'REAUTHENTICATION_REQUIRED', needs: ['PASSWORD'] })
  })

  test('in a network that one is not in is refused as if it did not exist', async () => {
    const { network } = await adminWithKey()
    const eve = await newPerson(testApp, 'eve').signUp()
    expect(codeOf(await eve.browser.ask(CREATE_KEY, input(network.id)))).toBe('NOT_FOUND')
  })

  test('cannot act in the name of another person', async () => {
    const { ada, network } = await adminWithKey()
    const answer = await ada.browser.ask(CREATE_KEY, {
      input: { ...input(network.id).input, makerAccountId: 'acc_other' },
    })
    expect(codeOf(answer)).toBe('BAD_USER_INPUT')
  })

  test('with a key is refused, and so is every act of people', async () => {
    const { network, key } = await adminWithKey({ scopes: ['network:read', 'members:read', 'verifications:write'] })
    const signIn = 'mutation { signIn(input: { email: "a@example.com", password: "x" }) { __typename } }'
    const reveal = 'mutation { revealBackupCodes { __typename } }'
    const reset = 'mutation { requestPasswordReset(email: "a@example.com") { __typename } }'
    const revoke = `mutation { revokeApiKey(id: "${key.keyId}") { state } }`
    const setUp = 'mutation { beginAuthenticatorSetup { __typename } }'
    for (const document of [signIn, reveal, reset, revoke, setUp])
      expect({ document, code: codeOf(await key.ask(document)) }).toEqual({ document, code: 'FORBIDDEN' })
    expect(codeOf(await key.ask(CREATE_KEY, input(network.id)))).toBe('FORBIDDEN')
    expect(codeOf(await key.ask(`{ network(slug: "${network.slug}") { apiKeys { id } } }`))).toBe('FORBIDDEN')
  })

  test("and an Admin's own cookies along with the key do not make it a person", async () => {
    const { ada, key } = await adminWithKey()
    const response = await ada.browser.post({ query: '{ viewer { id } }' }, { authorization: `Bearer ${key.token}` })
    expect(await response.json()).toMatchObject({ data: { viewer: null } })
  })
})

describe('H09: where a key stands', () => {
  test('in an address it is refused, and the answer says to revoke it', async () => {
    const { key } = await adminWithKey()
    for (const path of [
      `/graphql?api_key=${key.token}`,
      `/graphql?access_token=${key.token}`,
      `/graphql?x=${key.token}`,
    ]) {
      const answer = await key.post({ query: WHO_AM_I }, {}, path)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain('revoke it')
    }
  })

  test('in the database and the log stand its prefix and a hash alone', async () => {
    const { key } = await adminWithKey()
    await key.field(WHO_AM_I)
    await testApp.settle()
    const collections = (await testApp.connection.db?.collections()) ?? []
    const everything = await Promise.all(collections.map((collection) => collection.find().toArray()))
    const secret = key.token.split('_').slice(2).join('_')
    expect(JSON.stringify(everything)).toContain(key.keyId)
    expect(JSON.stringify(everything)).not.toContain(secret)
    expect(testApp.logs()).not.toContain(secret)
  })
})
