import type { Role } from '@twinlock/shared/vocabulary'
import type { NetworkDocument } from '../networks/network.model.js'
import { NetworkStore } from '../networks/network.store.js'
import { newPerson, type Person } from '../testing/person.js'
import type { TestApp } from '../testing/test-app.js'

let counter = 0
export const newSlug = () => `net-${++counter}-${Math.random().toString(36).slice(2, 8)}`

/** What these tests do, in the words of the people who do it. */
export const acts = {
  create: (person: Person, input: { name?: string; slug?: string } = {}) =>
    person.browser.field(
      `mutation($input: CreateNetworkInput!) { createNetwork(input: $input) {
        __typename ... on NetworkCreated { network { id slug name plan } } ... on UserError { message }
        ... on InvalidInput { fields { field message } }
      } }`,
      { input: { name: 'Acme', slug: newSlug(), ...input } },
    ),
  invite: (person: Person, networkId: string, email: string, role: Role = 'MEMBER') =>
    person.browser.ask(
      `mutation($input: InviteMemberInput!) { inviteMember(input: $input) {
        __typename ... on InvitationSent { email expiresAt } ... on UserError { message }
      } }`,
      { input: { networkId, email, role } },
    ),
  preview: (person: Person, token: string) =>
    person.browser.field(
      `mutation($token: String!) { invitationPreview(token: $token) {
        __typename ... on UserError { message }
        ... on InvitationPreview { networkName networkSlug inviterName role sentTo isTwoFactorRequired isForViewer expiresAt }
      } }`,
      { token },
    ),
  accept: (person: Person, token: string) =>
    person.browser.ask(
      `mutation($token: String!) { acceptInvitation(token: $token) {
        __typename ... on UserError { message }
        ... on InvitationAccepted { membership { id role standing deadline network { id slug } } }
      } }`,
      { token },
    ),
  resend: (person: Person, networkId: string, invitationId: string) =>
    person.browser.ask(
      'mutation($input: InvitationInput!) { resendInvitation(input: $input) { __typename ... on UserError { message } } }',
      { input: { networkId, invitationId } },
    ),
  revoke: (person: Person, networkId: string, invitationId: string) =>
    person.browser.ask(
      'mutation($input: InvitationInput!) { revokeInvitation(input: $input) { __typename ... on UserError { message } } }',
      { input: { networkId, invitationId } },
    ),
  changeRole: (person: Person, networkId: string, memberId: string, role: Role) =>
    person.browser.ask(
      `mutation($input: ChangeRoleInput!) { changeRole(input: $input) {
        __typename ... on RoleChanged { member { id role } } ... on UserError { message }
      } }`,
      { input: { networkId, memberId, role } },
    ),
  remove: (person: Person, networkId: string, memberId: string) =>
    person.browser.ask(
      'mutation($input: MemberInput!) { removeMember(input: $input) { __typename ... on UserError { message } } }',
      { input: { networkId, memberId } },
    ),
  leave: (person: Person, networkId: string) =>
    person.browser.ask(
      `mutation($id: ID!) { leaveNetwork(networkId: $id) {
        __typename ... on NetworkLeft { viewer { memberships { network { slug } } } } ... on UserError { message }
      } }`,
      { id: networkId },
    ),
  open: (person: Person, slug: string, fields = 'id role') =>
    person.browser.ask(`query($slug: String!) { network(slug: $slug) { ${fields} } }`, { slug }),
}

export interface NetworkUnderTest {
  id: string
  slug: string
  name: string
  owner: Person
}

/** A network with its owner. */
export async function network(testApp: TestApp, name = 'Acme'): Promise<NetworkUnderTest> {
  const owner = await newPerson(testApp, 'olivia').signUp()
  const created = await acts.create(owner, { name })
  return { ...created.network, owner }
}

/** A new person who was invited and joined. */
export async function member(net: NetworkUnderTest, role: Role = 'MEMBER', name = role.toLowerCase()): Promise<Person> {
  const person = await newPerson(net.owner.testApp, name).signUp()
  return join(net, person, role)
}

export async function join(net: NetworkUnderTest, person: Person, role: Role = 'MEMBER'): Promise<Person> {
  const invited = await acts.invite(net.owner, net.id, person.email, role)
  if (invited.data?.inviteMember.__typename !== 'InvitationSent')
    throw new Error(`The invitation ended with ${JSON.stringify(invited)}.`)
  const accepted = await acts.accept(person, await person.mailedToken())
  if (accepted.data?.acceptInvitation.__typename !== 'InvitationAccepted')
    throw new Error(`The acceptance ended with ${JSON.stringify(accepted)}.`)
  return person
}

export async function memberIdOf(net: NetworkUnderTest, person: Person): Promise<string> {
  const { id } = await person.viewer()
  return `${net.id}:${id}`
}

export function networkDocument(testApp: TestApp, id: string): Promise<NetworkDocument | null> {
  return testApp.app.get(NetworkStore).byId(id)
}

/** Every document of a network, to tell whether anything at all was changed. */
export async function everythingOf({ connection }: TestApp, networkId: string): Promise<string> {
  const [networks, memberships, invitations] = await Promise.all([
    connection.collection<{ _id: string }>('networks').find({ _id: networkId }).toArray(),
    connection.collection('memberships').find({ networkId }).sort({ _id: 1 }).toArray(),
    connection.collection('invitations').find({ networkId }).sort({ _id: 1 }).toArray(),
  ])
  return JSON.stringify([networks, memberships, invitations])
}

/** The code of an interruption, or what the answer is. */
// biome-ignore lint/suspicious/noExplicitAny: an answer of whatever document
export function outcomeOf(answer: { data: any; errors?: { extensions: { code: string } }[] }): string {
  const [error] = answer.errors ?? []
  if (error) return error.extensions.code
  const [value] = Object.values(answer.data as Record<string, { __typename?: string } | null>)
  return value?.__typename ?? String(value && 'data')
}
