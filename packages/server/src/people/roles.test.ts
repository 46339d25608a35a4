import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import type { Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { OwnersStore } from './members/owners.store.js'
import {
  acts,
  member,
  memberIdOf,
  type NetworkUnderTest,
  network,
  networkDocument,
  outcomeOf,
} from './people.fixture.js'

let testApp: TestApp
let net: NetworkUnderTest
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
beforeEach(async () => {
  net = await network(testApp)
})
afterAll(() => testApp.close())

const roleOf = async (person: Person) => (await person.viewer()).memberships[0]?.role ?? null
const change = async (actor: Person, person: Person, role: 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST') =>
  outcomeOf(await acts.changeRole(actor, net.id, await memberIdOf(net, person), role))
const remove = async (actor: Person, person: Person) =>
  outcomeOf(await acts.remove(actor, net.id, await memberIdOf(net, person)))
const leave = async (person: Person) => outcomeOf(await acts.leave(person, net.id))
const eventsOf = async (type: string) => {
  await testApp.settle()
  const found = await testApp.connection.collection('audit_events').find({ networkId: net.id, type }).toArray()
  return found.map(({ event }) => event)
}

test('an owner gives and takes every role', async () => {
  const ben = await member(net)
  for (const role of ['ADMIN', 'OWNER', 'GUEST', 'MEMBER', 'OWNER', 'ADMIN'] as const) {
    expect(await change(net.owner, ben, role)).toBe('RoleChanged')
    expect(await roleOf(ben)).toBe(role)
  }
  expect(await eventsOf('member.role_changed')).toHaveLength(6)
})

test('an ADMIN changes members and other Admins, but makes and unmakes no OWNER', async () => {
  const [admin, other, ben] = [await member(net, 'ADMIN'), await member(net, 'ADMIN'), await member(net)]
  expect(await change(admin, ben, 'ADMIN')).toBe('RoleChanged')
  expect(await change(admin, other, 'GUEST')).toBe('RoleChanged')
  expect(await change(admin, ben, 'OWNER')).toBe('FORBIDDEN')
  expect(await change(admin, admin, 'OWNER')).toBe('FORBIDDEN')
  expect(await change(admin, net.owner, 'MEMBER')).toBe('FORBIDDEN')
  expect(await remove(admin, net.owner)).toBe('FORBIDDEN')
  expect(await roleOf(net.owner)).toBe('OWNER')
})

test('H03: members and guests change, remove and invite nobody', async () => {
  const ben = await member(net)
  for (const role of ['MEMBER', 'GUEST'] as const) {
    const actor = await member(net, role)
    expect(await change(actor, ben, 'GUEST')).toBe('FORBIDDEN')
    expect(await change(actor, actor, 'ADMIN')).toBe('FORBIDDEN')
    expect(await remove(actor, ben)).toBe('FORBIDDEN')
    expect(await remove(actor, net.owner)).toBe('FORBIDDEN')
    expect(outcomeOf(await acts.invite(actor, net.id, 'x@example.org'))).toBe('FORBIDDEN')
    expect(outcomeOf(await acts.open(actor, net.slug, 'invitations { nodes { id } }'))).toBe('FORBIDDEN')
  }
})

test('the only owner neither leaves, nor is removed, nor gives the role away', async () => {
  await member(net, 'ADMIN')
  expect(await leave(net.owner)).toBe('LastOwner')
  expect(await remove(net.owner, net.owner)).toBe('LastOwner')
  expect(await change(net.owner, net.owner, 'ADMIN')).toBe('LastOwner')
  expect(await roleOf(net.owner)).toBe('OWNER')
  expect(await eventsOf('member.role_changed')).toEqual([])
})

test.each(['leave', 'demote', 'remove', 'mixed'])(
  'five owners all go at the same moment (%s): one stays owner, each time',
  async (how) => {
    const owners = [net.owner]
    for (let index = 0; index < 4; index++) owners.push(await member(net, 'OWNER'))
    const answers = await Promise.all(
      owners.map((person, index) => {
        const act = how === 'mixed' ? ['leave', 'demote', 'remove'][index % 3] : how
        if (act === 'leave') return leave(person)
        return act === 'demote' ? change(person, person, 'MEMBER') : remove(person, person)
      }),
    )
    expect(answers.filter((outcome) => outcome === 'LastOwner')).toHaveLength(1)
    const document = await networkDocument(testApp, net.id)
    expect(document?.ownerIds).toHaveLength(1)
    const roles = await Promise.all(owners.map(roleOf))
    expect(roles.filter((role) => role === 'OWNER')).toHaveLength(1)
  },
)

test('two owners remove each other at the same moment: one of them is left', async () => {
  for (let round = 0; round < 4; round++) {
    net = await network(testApp)
    const other = await member(net, 'OWNER')
    const answers = await Promise.all([remove(net.owner, other), remove(other, net.owner)])
    expect(answers.filter((outcome) => outcome === 'MemberRemoved')).toHaveLength(1)
    const roles = await Promise.all([roleOf(net.owner), roleOf(other)])
    expect(roles.filter((role) => role === 'OWNER')).toHaveLength(1)
  }
})

test.each(['before', 'while'])(
  'made owner by a person who looked %s they left: never an owner who is not there',
  async (moment) => {
    const ben = await member(net)
    const { appoint } = OwnersStore.prototype
    let left: Promise<string> | undefined
    const spy = vi.spyOn(OwnersStore.prototype, 'appoint').mockImplementationOnce(async function (
      this: OwnersStore,
      ...args
    ) {
      left = leave(ben)
      if (moment === 'before') await left
      return appoint.apply(this, args)
    })
    await change(net.owner, ben, 'OWNER')
    spy.mockRestore()
    expect(await left).toBe('NetworkLeft')
    const document = await networkDocument(testApp, net.id)
    expect(document?.ownerIds).toEqual([(await net.owner.viewer()).id])
    expect(await roleOf(ben)).toBeNull()
  },
)

test('a session left open changes no role and removes no member: the password is required', async () => {
  const ben = await member(net)
  testApp.clock.advance(5 * 60_000)
  expect(await change(net.owner, ben, 'ADMIN')).toBe('REAUTHENTICATION_REQUIRED')
  expect(await remove(net.owner, ben)).toBe('REAUTHENTICATION_REQUIRED')
  expect(await roleOf(ben)).toBe('MEMBER')
  await net.owner.reauthenticate({ password: net.owner.password })
  expect(await change(net.owner, ben, 'ADMIN')).toBe('RoleChanged')
})
