import type { FactorMethod, Role } from '@twinlock/shared/vocabulary'
import { AccountCollection, newAccount } from '../accounts/account.model.js'
import { MembershipCollection } from '../memberships/membership.model.js'
import { newMembership } from '../memberships/new-membership.js'
import { CapturedMessagesStore } from '../outbox/captured-messages.store.js'
import { type NetworkUnderTest, network, outcomeOf } from '../people/people.fixture.js'
import type { Person } from '../testing/person.js'
import type { TestApp } from '../testing/test-app.js'
import { BroadcastRunner } from './broadcasts/broadcast-runner.js'

const securityFields = `
  mandatory { activatedAt activatedBy deadline }
  coverage { total withTwoFactor authenticatorApp sms passkey sso without }
`

/** What Admins do on the Security page. */
export const acts = {
  activate: (admin: Person, networkId: string, graceHours?: number, timeZone = 'Europe/Berlin') =>
    admin.browser.ask(
      `mutation($input: ActivateMandatoryTwoFactorInput!) { activateMandatoryTwoFactor(input: $input) {
        __typename ... on MandateActivated { notified security { ${securityFields} } } ... on UserError { message }
        ... on PlanUpgradeRequired { currentPlan requiredPlan } ... on InvalidInput { fields { field } }
      } }`,
      { input: { networkId, timeZone, ...(graceHours === undefined ? {} : { graceHours }) } },
    ),
  deactivate: (admin: Person, networkId: string) =>
    admin.browser.ask(
      `mutation($id: ID!) { deactivateMandatoryTwoFactor(networkId: $id) {
        ... on MandateDeactivated { __typename security { ${securityFields} } }
      } }`,
      { id: networkId },
    ),
  security: (admin: Person, slug: string, fields = securityFields) =>
    admin.browser.ask(`query($slug: String!) { network(slug: $slug) { security { ${fields} } } }`, { slug }),
  giveMoreTime: (admin: Person, networkId: string, input: Record<string, unknown>) =>
    admin.browser.ask(
      `mutation($input: GiveMoreTimeInput!) { giveMoreTime(input: $input) {
        __typename ... on MoreTimeGiven { members security { mandatory { deadline } } } ... on UserError { message }
        ... on InvalidInput { fields { field } }
      } }`,
      { input: { networkId, reason: 'Lost the phone', timeZone: 'Europe/Berlin', ...input } },
    ),
  remind: (admin: Person, networkId: string, memberIds: string[] | null) =>
    admin.browser.ask(
      `mutation($id: ID!, $memberIds: [ID!]) { remindMembers(networkId: $id, memberIds: $memberIds) {
        __typename ... on MembersReminded { reminded } ... on UserError { message }
      } }`,
      { id: networkId, memberIds },
    ),
  changeMethods: (admin: Person, networkId: string, methods: FactorMethod[], graceHours = 24) =>
    admin.browser.ask(
      `mutation($input: ChangeAllowedMethodsInput!) { changeAllowedMethods(input: $input) {
        __typename ... on AllowedMethodsChanged { security { allowedMethods earlierMethods { methods until } } }
        ... on UserError { message }
      } }`,
      { input: { networkId, methods, graceHours, timeZone: 'Europe/Berlin' } },
    ),
  open: (person: Person, slug: string) =>
    person.browser.ask('query($slug: String!) { network(slug: $slug) { id name } }', { slug }),
}

export async function setPlan({ connection }: TestApp, { id }: { id: string }, plan: string): Promise<void> {
  await connection.collection<{ _id: string }>('networks').updateOne({ _id: id }, { $set: { plan } })
}

/** A network on PRO whose owner uses an app: everything an activation asks. */
export async function readyNetwork(testApp: TestApp, name = 'Acme'): Promise<NetworkUnderTest> {
  const net = await network(testApp, name)
  await setPlan(testApp, net, 'PRO')
  await net.owner.setUpApp()
  return net
}

/** Makes it mandatory, with a fresh sign-in where the last one is too long ago. */
export async function activated(net: NetworkUnderTest, graceHours = 24) {
  await confirmIts(net.owner)
  const answer = await acts.activate(net.owner, net.id, graceHours)
  if (outcomeOf(answer) !== 'MandateActivated') throw new Error(`The activation ended with ${JSON.stringify(answer)}.`)
  await net.owner.testApp.settle()
  return answer.data.activateMandatoryTwoFactor
}

/** Shows the password and a code of the app again. */
export async function confirmIts(person: Person): Promise<void> {
  person.testApp.clock.advance(30_000)
  await person.reauthenticate({
    password: person.password,
    ...(person.secret ? { method: 'AUTHENTICATOR_APP', code: await person.appCode() } : {}),
  })
}

export interface Crowd {
  count: number
  methods?: FactorMethod[]
  role?: Role
  joinedAt?: Date
}

let crowds = 0
/** Inserts many members who never sign in. @returns their addresses */
export async function crowd(testApp: TestApp, networkId: string, options: Crowd): Promise<string[]> {
  const { count, methods = [], role = 'MEMBER', joinedAt = testApp.clock.now() } = options
  const place = ++crowds
  const factor = { id: 'f', createdAt: joinedAt, lastUsedAt: null }
  const accounts = Array.from({ length: count }, (_, n) => {
    const email = `crowd${place}-${n}@example.net`
    const account = newAccount({
      emailKey: email,
      email,
      name: `Crowd ${place} ${n}`,
      passwordHash: null,
      now: joinedAt,
    })
    account.networkIds.push(networkId)
    if (methods.includes('AUTHENTICATOR_APP')) account.factors.app = { ...factor, sealedSecret: '' }
    if (methods.includes('SMS')) account.factors.sms = { ...factor, sealedNumber: '', maskedNumber: '•••• 42' }
    return account
  })
  for (let from = 0; from < count; from += 500) {
    const batch = accounts.slice(from, from + 500)
    await AccountCollection.on(testApp.connection).insertMany(batch)
    const memberships = batch.map((account) => ({
      ...newMembership(account, networkId, role, joinedAt),
      lastSignInAt: joinedAt,
    }))
    await MembershipCollection.on(testApp.connection).insertMany(memberships)
  }
  return accounts.map(({ email }) => email)
}

/** Runs the worker's jobs once, and delivers what they put. */
export async function work(testApp: TestApp): Promise<void> {
  await testApp.settle()
  await testApp.app.worker.runOnce()
  await testApp.settle()
}

/** Carries broadcasts on, and stops after the batch that first puts mails. */
export async function stoppedInFirstBatch({ app, connection }: TestApp): Promise<void> {
  const runner = app.get(BroadcastRunner)
  const client = connection.getClient()
  const onCommand = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }) => {
    if (commandName === 'insert' && command.insert === 'outbox') runner.stop()
  }
  client.on('commandStarted', onCommand)
  await runner.runDue()
  client.off('commandStarted', onCommand)
}

/** Moves the clock, then lets the worker take up what became due. */
export async function later(testApp: TestApp, ms: number): Promise<void> {
  testApp.clock.advance(ms)
  await work(testApp)
}

/** Every mail to an address, oldest first. */
export async function mailsTo({ app }: TestApp, email: string): Promise<{ subject: string; text: string }[]> {
  const messages = await app.get(CapturedMessagesStore).list(['email'])
  return messages
    .filter(({ to }) => to === email)
    .reverse()
    .map(({ subject, text }) => ({ subject: subject ?? '', text }))
}
