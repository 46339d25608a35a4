import { DAY } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, test } from 'vitest'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { HostileProvider } from '../testing/hostile-provider.js'
import { SsoAdmin } from '../testing/sso-admin.js'
import { SsoDomainsService } from './sso-domains.service.js'

let testApp: TestApp
let provider: HostileProvider
let admin: SsoAdmin
const dns = new Map<string, string[][] | Error>()
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'), {
    resolveTxt: async (name) => {
      const found = dns.get(name) ?? Object.assign(new Error('none'), { code: 'ENOTFOUND' })
      if (found instanceof Error) throw found
      return found
    },
  })
  provider = await HostileProvider.start(testApp.clock)
})
afterAll(async () => {
  await provider.stop()
  await testApp.close()
})
beforeEach(async () => {
  provider.lies = {}
  dns.clear()
  admin = await SsoAdmin.start(testApp)
})

describe('a domain', () => {
  test('is proved by a record that only its owner can write', async () => {
    const claimed = await admin.domain('claimSsoDomain', ' Müller-Acme.Example. ')
    const [{ name, isProved, recordName, recordValue }] = claimed.sso.domains
    expect([name, isProved, recordName]).toEqual([
      'xn--mller-acme-9db.example',
      false,
      '_twinlock.xn--mller-acme-9db.example',
    ])
    expect(await admin.domain('proveSsoDomain', name)).toMatchObject({ __typename: 'SsoDomainNotProved' })
    dns.set(recordName, [['v=spf1'], [recordValue.slice(0, 20), recordValue.slice(20)]])
    expect((await admin.domain('proveSsoDomain', name)).sso.domains).toMatchObject([{ isProved: true }])
    expect((await admin.domain('releaseSsoDomain', name)).sso.domains).toEqual([])
  })

  it.each(['acme', '10.0.0.1', 'a b.example', 'acme..example', '-acme.example', '', `${'x'.repeat(64)}.example`])(
    '%s is none',
    async (text) => {
      expect(await admin.domain('claimSsoDomain', text)).toMatchObject({
        __typename: 'InvalidInput',
        fields: [{ field: 'domain' }],
      })
    },
  )

  test('the record of one network proves nothing to another', async () => {
    const first = (await admin.domain('claimSsoDomain', 'acme.example')).sso.domains[0]
    dns.set(first.recordName, [[first.recordValue]])
    await admin.domain('proveSsoDomain', 'acme.example')
    admin = await SsoAdmin.start(testApp, {}, 'elsewhere.example')
    await admin.domain('claimSsoDomain', 'acme.example')
    expect(await admin.domain('proveSsoDomain', 'acme.example')).toMatchObject({ __typename: 'SsoDomainNotProved' })
  })

  test('whose record is gone counts for seven days more; a DNS that does not answer takes nothing back', async () => {
    const [{ recordName, recordValue }] = (await admin.domain('claimSsoDomain', 'gone.example')).sso.domains
    dns.set(recordName, [[recordValue]])
    await admin.domain('proveSsoDomain', 'gone.example')
    dns.set(recordName, Object.assign(new Error('SERVFAIL'), { code: 'ESERVFAIL' }))
    const domains = testApp.app.get(SsoDomainsService)
    await domains.checkAll()
    expect((await admin.read()).domains).toMatchObject([{ isProved: true, missingSince: null }])
    dns.delete(recordName)
    await domains.checkAll()
    const since = testApp.clock.now()
    expect((await admin.read()).domains).toMatchObject([{ isProved: true, missingSince: since.toISOString() }])
    testApp.clock.advance(7 * DAY)
    await admin.person.signIn()
    expect((await admin.read()).domains).toMatchObject([{ isProved: false }])
    dns.set(recordName, [[recordValue]])
    await domains.checkAll()
    expect((await admin.read()).domains).toMatchObject([{ isProved: true, missingSince: null }])
  })
})

describe('finding where to sign in', () => {
  const find = (of: string) =>
    testApp
      .browser()
      .field(
        'query($of: String!) { companySignIn(of: $of) { __typename ... on CompanySignIns { networks { slug startUrl } } } }',
        { of },
      )

  test('by the network’s address, or an address of a proved domain; whether an account exists is never revealed', async () => {
    await admin.save(provider)
    const found = { networks: [{ slug: admin.network.slug, startUrl: `/sso/start/${admin.network.slug}` }] }
    expect(await find(` ${admin.network.slug.toUpperCase()} `)).toMatchObject(found)
    const [{ recordName, recordValue }] = (await admin.domain('claimSsoDomain', 'find.example')).sso.domains
    expect(await find('anybody@find.example')).toMatchObject({ networks: [] })
    dns.set(recordName, [[recordValue]])
    await admin.domain('proveSsoDomain', 'find.example')
    expect(await find('anybody@Find.Example')).toMatchObject(found)
    expect(await find('anybody\uFF20find.example')).toMatchObject(found)
    for (const of of ['anybody@sub.find.example', 'anybody@unproved.example', 'no-such-network', '', '{"$ne":1}'])
      expect(await find(of)).toMatchObject({ networks: [] })
  })

  test('sixty times in a quarter of an hour from one address', async () => {
    const browser = testApp.browser('198.51.100.7')
    const ask = () => browser.field('{ companySignIn(of: "x") { __typename } }')
    for (let asked = 0; asked < 60; asked++) await ask()
    expect(await ask()).toEqual({ __typename: 'TooManyAttempts' })
  })
})
