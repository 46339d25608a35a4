import { HOUR } from '@twinlock/shared/durations'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { member, type NetworkUnderTest } from '../../people/people.fixture.js'
import { newPerson, type Person } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import { activated, confirmIts, crowd, acts as mandateActs, readyNetwork } from '../mandate.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await readyNetwork(testApp)
})
afterAll(() => testApp.close())

async function download(browser: TestBrowser, networkId: string, name: string, asked: Record<string, string> = {}) {
  const response = await fetch(`${testApp.url}/networks/${networkId}/${name}.csv?${new URLSearchParams(asked)}`, {
    headers: { cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
  })
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
  const lines = text.replace(/^\ufeff/, '').split('\r\n')
  return { status: response.status, headers: response.headers, lines, beginsWithMark: text.startsWith('\ufeff') }
}

test('an Admin gets every member in a file, one line each', async () => {
  await crowd(testApp, net.id, { count: 1_200 })
  await activated(net)
  const { status, headers, lines, beginsWithMark } = await download(net.owner.browser, net.id, 'members')
  expect(status).toBe(200)
  expect(beginsWithMark, 'Excel reads names as UTF-8').toBe(true)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('content-disposition')).toBe(`attachment; filename="${net.slug}-members.csv"`)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(lines[0]).toMatch(/^Name,Email,Role,Status,Deadline,Methods,/)
  expect(lines).toHaveLength(1 + 1_201 + 1)
  expect(lines.filter((line) => line.includes(',Member,Not yet,'))).toHaveLength(1_200)
  expect(lines.find((line) => line.includes(net.owner.email))).toMatch(/,Owner,Protected,,authentication app,/)
})

test('the file has the members that the page shows, or those that an Admin selected, and no one from another network', async () => {
  const other = await readyNetwork(testApp, 'Other')
  const [ben, eva, stranger] = [await member(net), await member(net, 'GUEST'), await member(other)]
  await activated(net)
  const accountIdOf = async (person: Person) => (await person.viewer()).id
  const emailsOf = async (asked: Record<string, string>) => {
    const { status, lines } = await download(net.owner.browser, net.id, 'members', asked)
    return status === 200 ? lines.slice(1, -1).map((line) => line.split(',')[1]) : status
  }
  expect(await emailsOf({ role: 'GUEST' })).toEqual([eva.email])
  expect(await emailsOf({ part: 'PROTECTED', method: 'AUTHENTICATOR_APP' })).toEqual([net.owner.email])
  expect(await emailsOf({ standing: 'GRACE', search: ben.email })).toEqual([ben.email])
  const now = testApp.clock.now().toISOString()
  expect(await emailsOf({ search: ben.email, hasSignedIn: 'true' })).toEqual([ben.email])
  expect(await emailsOf({ search: ben.email, hasSignedIn: 'false' })).toEqual([])
  expect(await emailsOf({ search: ben.email, signedInFrom: now })).toEqual([])
  expect(await emailsOf({ search: ben.email, signedInBefore: now })).toEqual([ben.email])
  const members = [await accountIdOf(ben), await accountIdOf(stranger), 'nobody', ''].join(',')
  expect(await emailsOf({ members })).toEqual([ben.email])
  expect(await emailsOf({ members, role: 'GUEST' })).toEqual([])
  const wrong: Record<string, string>[] = [
    { role: 'KING' },
    { part: '' },
    { order: 'X' },
    { signedInBefore: 'X' },
    { hasSignedIn: '' },
    { members: 'a,'.repeat(200) },
  ]
  for (const asked of wrong) expect(await emailsOf(asked), JSON.stringify(asked)).toBe(400)
})

test('the audit log comes as a file, newest first, with who, what, whom and from where', async () => {
  const ben = await member(net)
  await activated(net)
  await confirmIts(net.owner)
  await mandateActs.giveMoreTime(net.owner, net.id, {
    memberIds: [`${net.id}:${(await ben.viewer()).id}`],
    hours: 48,
    reason: '=1+1',
  })
  await testApp.settle()
  const { lines, beginsWithMark } = await download(net.owner.browser, net.id, 'audit')
  expect(beginsWithMark).toBe(true)
  expect(lines[0]).toBe('Time (UTC),Event,Who,What,Person concerned,IP address,Device,Details')
  const types = lines.slice(1, -1).map((line) => line.split(',')[1])
  expect(types.slice(0, 2)).toEqual(['member.extended', 'mandate.activated'])
  expect(types.at(-1)).toBe('network.created')
  expect(lines[1]).toContain(ben.email)
  expect(lines[1]).toContain('203.0.113.')
})

test('the file of the log has what the page shows: by person, kind and time', async () => {
  const ben = await member(net)
  await activated(net)
  await confirmIts(net.owner)
  const before = testApp.clock.now()
  await mandateActs.giveMoreTime(net.owner, net.id, { memberIds: [`${net.id}:${(await ben.viewer()).id}`], hours: 48 })
  await testApp.settle()
  const typesOf = async (asked: Record<string, string>) => {
    const { status, lines } = await download(net.owner.browser, net.id, 'audit', asked)
    return status === 200 ? lines.slice(1, -1).map((line) => line.split(',')[1]) : status
  }
  expect(await typesOf({ types: 'mandate.activated,member.extended' })).toEqual([
    'member.extended',
    'mandate.activated',
  ])
  expect(await typesOf({ types: 'mandate.activated,member.extended', person: ben.email })).toEqual(['member.extended'])
  expect(await typesOf({ from: before.toISOString() })).toEqual(['member.extended'])
  const wrong: Record<string, string>[] = [{ from: 'X' }, { types: 'a,'.repeat(50) }, { person: 'x'.repeat(201) }]
  for (const asked of wrong) expect(await typesOf(asked), JSON.stringify(asked)).toBe(400)
})

test('the files are in the language of the person who downloads them', async () => {
  const firstLines = async () => {
    const [members, log] = [
      await download(net.owner.browser, net.id, 'members'),
      await download(net.owner.browser, net.id, 'audit'),
    ]
    return [
      members.lines[0],
      members.lines[1],
      log.lines[0],
      log.lines.find((line) => line.includes('network.created')),
    ]
  }
  await net.owner.browser.field('mutation { setLocale(locale: DE) { __typename } }')
  const [memberTitles, owner, logTitles, created] = await firstLines()
  expect(memberTitles).toMatch(/^Name,E-Mail,Rolle,Status,Frist,/)
  expect(owner).toContain(',Inhaber,Nicht verlangt,')
  expect(logTitles).toBe('Zeit (UTC),Ereignis,Wer,Was,Betroffene Person,IP-Adresse,Gerät,Einzelheiten')
  expect(created).toContain(',Hat das Netzwerk angelegt,')
})

test('anyone who may not read the page gets no file: signed out, member, outsider, overdue', async () => {
  const colleague = await member(net)
  const stranger = await readyNetwork(testApp, 'Other')
  expect((await download(newPerson(testApp).browser, net.id, 'members')).status).toBe(401)
  expect((await download(colleague.browser, net.id, 'members')).status).toBe(403)
  expect((await download(stranger.owner.browser, net.id, 'audit')).status).toBe(404)
  expect((await download(stranger.owner.browser, 'net_none', 'audit')).status).toBe(404)
  const admin = await member(net, 'ADMIN')
  await activated(net)
  testApp.clock.advance(24 * HOUR - 1)
  expect((await download(admin.browser, net.id, 'members')).status).toBe(200)
  testApp.clock.advance(1)
  const refused = await download(admin.browser, net.id, 'members')
  expect([refused.status, refused.lines[0]]).toEqual([403, expect.stringContaining('TWO_FACTOR_SETUP_REQUIRED')])
})

test('a client that disconnects does not block the database', async () => {
  await crowd(testApp, net.id, { count: 600 })
  const { cookies } = net.owner.browser
  const response = await fetch(`${testApp.url}/networks/${net.id}/members.csv`, {
    headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
  })
  await response.body?.cancel()
  expect((await download(net.owner.browser, net.id, 'members')).lines.length).toBe(603)
})
