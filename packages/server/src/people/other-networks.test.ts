import {
  buildClientSchema,
  type GraphQLInputType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newPerson, type Person } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { acts, everythingOf, member, memberIdOf, type NetworkUnderTest, network, outcomeOf } from './people.fixture.js'

let testApp: TestApp
let ours: NetworkUnderTest
let theirs: NetworkUnderTest
let theirMember: Person
let schema: GraphQLSchema

beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
  ours = await network(testApp, 'Ours')
  theirs = await network(testApp, 'Theirs')
  theirMember = await member(theirs)
  await acts.invite(theirs.owner, theirs.id, 'waiting@example.org')
  const { data } = await ours.owner.browser.ask(getIntrospectionQuery())
  schema = buildClientSchema(data)
})
afterAll(() => testApp.close())

/** A value that a type accepts, with the other network's ids wherever an id is asked for. */
function valueFor(type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, name)
  if (isListType(type)) return [valueFor(type.ofType, name)]
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [field.name, valueFor(field.type, field.name)]),
    )
  if (name === 'networkId') return theirs.id
  switch (type.name) {
    case 'Int':
      return 1
    case 'Boolean':
      return true
    case 'DateTime':
      return new Date(testApp.clock.now().getTime() + 60_000).toISOString()
    case 'ID':
      return `${theirs.id}:${/invitation/i.test(name) ? 'waiting@example.org' : 'acc_x'}`
    default:
      return 'text'
  }
}

function asksForNetwork(type: GraphQLInputType, name: string): boolean {
  if (name === 'networkId') return true
  if (isNonNullType(type) || isListType(type)) return asksForNetwork(type.ofType, name)
  return (
    isInputObjectType(type) && Object.values(type.getFields()).some((field) => asksForNetwork(field.type, field.name))
  )
}

test("H01: an owner calls every operation there is with another network's id: not found, and nothing is changed", async () => {
  const operations = [schema.getMutationType(), schema.getQueryType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {})
      .filter(({ args }) => args.some((arg) => asksForNetwork(arg.type, arg.name)))
      .map((field) => ({ kind: type === schema.getQueryType() ? 'query' : 'mutation', field })),
  )
  expect(operations.map(({ field }) => field.name)).toEqual(
    expect.arrayContaining(['inviteMember', 'changeRole', 'removeMember', 'leaveNetwork', 'revokeInvitation']),
  )
  await testApp.settle()
  const before = await everythingOf(testApp, theirs.id)
  for (const { kind, field } of operations) {
    const variables = Object.fromEntries(field.args.map((arg) => [arg.name, valueFor(arg.type, arg.name)]))
    const declared = field.args.map((arg) => `$${arg.name}: ${arg.type}`).join(', ')
    const given = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ')
    const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : ''
    const answer = await ours.owner.browser.ask(
      `${kind}(${declared}) { ${field.name}(${given}) ${selection} }`,
      variables,
    )
    expect([field.name, outcomeOf(answer)]).toEqual([field.name, 'NOT_FOUND'])
  }
  expect(await everythingOf(testApp, theirs.id)).toBe(before)
})

test("H01: an owner pairs their own network's id with another network's people and invitations: not found", async () => {
  const memberId = await memberIdOf(theirs, theirMember)
  const invitationId = `${theirs.id}:waiting@example.org`
  const before = await everythingOf(testApp, theirs.id)
  const { owner } = ours
  const accountOnly = memberId.split(':')[1] ?? ''
  const answers = [
    await acts.changeRole(owner, ours.id, memberId, 'GUEST'),
    await acts.changeRole(owner, ours.id, `${ours.id}:${accountOnly}`, 'GUEST'),
    await acts.changeRole(owner, ours.id, accountOnly, 'GUEST'),
    await acts.changeRole(owner, ours.id, '', 'GUEST'),
    await acts.remove(owner, ours.id, memberId),
    await acts.remove(owner, ours.id, `${ours.id}:${accountOnly}`),
    await acts.revoke(owner, ours.id, invitationId),
    await acts.resend(owner, ours.id, invitationId),
  ]
  expect(answers.map(outcomeOf)).toEqual(answers.map(() => 'NOT_FOUND'))
  expect(await everythingOf(testApp, theirs.id)).toBe(before)
})

test('H01: the same by the address in links: as if the network did not exist', async () => {
  const fields = 'id people { nodes { email } } invitations { nodes { email } }'
  expect(await acts.open(ours.owner, theirs.slug, fields)).toEqual({ data: { network: null } })
  expect(await acts.open(ours.owner, 'no-such-network', fields)).toEqual({ data: { network: null } })
})

test('H05: a guest sees who runs the network, and nothing else of it', async () => {
  const guest = await member(ours, 'GUEST')
  const [admin, ben] = [await member(ours, 'ADMIN'), await member(ours)]
  const { data } = await acts.open(guest, ours.slug, 'peopleCount people { nodes { email role } }')
  expect(data.network.peopleCount).toBeNull()
  const emails = data.network.people.nodes.map(({ email }: { email: string }) => email)
  expect(emails.sort()).toEqual([admin.email, ours.owner.email].sort())
  const search = `people(search: "${ben.name}") { nodes { email } }`
  expect((await acts.open(guest, ours.slug, search)).data.network.people.nodes).toEqual([])
  const before = await everythingOf(testApp, ours.id)
  const answers = [
    await acts.invite(guest, ours.id, 'x@example.org', 'GUEST'),
    await acts.changeRole(guest, ours.id, await memberIdOf(ours, guest), 'MEMBER'),
    await acts.remove(guest, ours.id, await memberIdOf(ours, ben)),
    await acts.open(guest, ours.slug, 'invitations { nodes { id } }'),
    await acts.open(guest, ours.slug, 'security { id }'),
  ]
  expect(answers.map(outcomeOf)).toEqual(answers.map(() => 'FORBIDDEN'))
  expect(await everythingOf(testApp, ours.id)).toBe(before)
})

test('a half signed-in or signed-out caller reaches no operation of a network', async () => {
  const cleo = await member(ours, 'ADMIN', 'cleo')
  await cleo.setUpApp()
  const halfSignedIn = Object.assign(newPerson(testApp), { email: cleo.email, password: cleo.password })
  expect(await halfSignedIn.signIn()).toMatchObject({ __typename: 'SecondStepRequired' })
  for (const person of [halfSignedIn, newPerson(testApp)]) {
    const answers = [
      await acts.invite(person, ours.id, 'x@example.org'),
      await acts.accept(person, 'A'.repeat(43)),
      await acts.changeRole(person, ours.id, 'x', 'OWNER'),
      await acts.remove(person, ours.id, 'x'),
      await acts.leave(person, ours.id),
      await acts.revoke(person, ours.id, 'x'),
      await acts.resend(person, ours.id, 'x'),
      await acts.open(person, ours.slug),
    ]
    expect(answers.map(outcomeOf)).toEqual(answers.map(() => 'UNAUTHENTICATED'))
  }
})
