import { limits } from '@twinlock/shared/limits'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { NetworkCollection } from '../../networks/network.model.js'
import { networkOf } from '../../testing/integrator.js'
import { newPerson } from '../../testing/person.js'
import { startTestApp, type TestApp } from '../../testing/test-app.js'
import { appOf, CREATE_APP, UPDATE_APP } from '../app.fixture.js'
import { AppChecksService } from '../sessions/app-checks.service.js'
import { AtHost, pathIn, through } from './gate.fixture.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

const atHost = (host: string) => new AtHost(testApp, host)

describe('a domain that changed hands', () => {
  const [HERE, DOCS] = ['wiki.acme.example', 'docs.acme.example']
  const claims = async (id: string, isProved: boolean) => {
    const now = testApp.clock.now()
    const missingSince = isProved ? null : new Date(now.getTime() - limits.domainMissing)
    const domain = { name: 'acme.example', token: 'x', claimedAt: now, provedAt: now, missingSince }
    await NetworkCollection.on(testApp.connection).updateOne({ _id: id }, { $set: { ssoDomains: [domain] } })
  }
  const owner = async () => {
    const person = await newPerson(testApp).signUp()
    const own = await networkOf(person)
    await claims(own.id, true)
    return { person, own }
  }

  test('neither the person nor an Admin sees an access at a lost host, and the worker ends it', async () => {
    const { person, own } = await owner()
    const app = await appOf(person, own, { redirectUris: [], hosts: ['lost.acme.example', 'kept.localhost'] })
    await through(person, atHost('lost.acme.example'))
    const seen = async () => {
      await testApp.settle()
      const { appSessions } = await person.browser.field('{ viewer { appSessions { appName } } }')
      const { app: listed } = await person.browser.field(
        `{ network(slug: "${own.slug}") { app(id: "${app.id}") { people { nodes { isSignedIn } } } } }`,
      )
      return [appSessions.length, listed.people.nodes[0].isSignedIn]
    }
    const reasons = async () => {
      await testApp.settle()
      await testApp.app.get(AppChecksService).verifyDue()
      const held = await testApp.connection.collection('app_sessions').find({ appId: app.id }).toArray()
      return held.map(({ reason }) => reason)
    }
    expect([await seen(), await reasons()]).toEqual([[1, true], [null]])
    await claims(own.id, false)
    expect(await seen()).toEqual([0, false])
    testApp.clock.advance(300_000)
    expect(await reasons()).toEqual(['CLOSED'])

    // Where the Admin takes the host away, nothing has to pass.
    await through(person, atHost('kept.localhost'))
    expect(await seen()).toEqual([1, true])
    await person.reauthenticate({ password: person.password })
    await person.browser.field(UPDATE_APP, { input: { id: app.id, hosts: [] } })
    expect(await seen()).toEqual([0, false])
    expect((await reasons()).sort()).toEqual(['CLOSED', 'CLOSED'])
  })

  test('the gate of the former network closes at once, and the next one takes the hosts', async () => {
    const former = await owner()
    const hosts = [HERE, DOCS, 'kept.localhost']
    const pathRules = [{ prefix: '/public', isPublic: true }]
    const held = await appOf(former.person, former.own, { redirectUris: [], hosts, pathRules })
    const [inside, onTheWay] = [atHost(HERE), atHost(HERE)]
    await through(former.person, inside)
    expect((await inside.gate('/')).status).toBe(200)
    const start = await onTheWay.go('/.twinlock/start?to=/')
    const back = await former.person.browser.get(`${pathIn(start.headers.location)}/continue`)

    const heir = await owner()
    const taken = { __typename: 'InvalidInput', fields: [{ field: 'hosts' }] }
    const take = (host: string) => ({ input: { networkId: heir.own.id, name: 'Heir', hosts: [host] } })
    expect(await heir.person.browser.field(CREATE_APP, take(DOCS))).toMatchObject(taken)

    await claims(former.own.id, false)
    for (const uri of ['/', '/public/logo.png']) {
      expect((await inside.gate(uri)).status).toBe(403)
      expect((await atHost(HERE).gate(uri)).status).toBe(403)
    }
    expect((await onTheWay.go(pathIn(back.headers.get('location')))).status).toBe(400)
    expect((await atHost(HERE).go('/.twinlock/start?to=/')).status).toBe(404)
    expect((await atHost('kept.localhost').gate('/')).status).toBe(302)

    expect((await heir.person.browser.field(CREATE_APP, take(DOCS))).__typename).toBe('AppCreated')
    const app = await appOf(heir.person, heir.own)
    const update = { input: { id: app.id, hosts: [HERE] } }
    expect((await heir.person.browser.field(UPDATE_APP, update)).__typename).toBe('AppUpdated')
    const apps = testApp.connection.collection<{ _id: string; hosts: string[] }>('apps')
    expect((await apps.findOne({ _id: held.id }))?.hosts).toEqual(['kept.localhost'])
    await testApp.settle()
    const written = { type: 'app.changed', networkId: former.own.id, 'event.fields': 'hosts' }
    expect(await testApp.connection.collection('audit_events').countDocuments(written)).toBe(2)
    expect((await inside.gate('/')).status).toBe(302)
    expect((await through(heir.person, atHost(HERE))).status).toBe(303)
  })
})
