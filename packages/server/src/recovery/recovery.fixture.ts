import type { Role } from '@twinlock/shared/vocabulary'
import { activated, confirmIts, readyNetwork } from '../mandate/mandate.fixture.js'
import { CapturedMessagesStore } from '../outbox/captured-messages.store.js'
import { join, type NetworkUnderTest, outcomeOf } from '../people/people.fixture.js'
import { accountOf } from '../testing/network.js'
import { newPerson, type Person, sixDigitsIn } from '../testing/person.js'
import type { TestApp } from '../testing/test-app.js'
import type { TestBrowser } from '../testing/test-browser.js'

/** The ways back in, in the words of the people who go them. */
export const acts = {
  grant: (admin: Person, networkId: string, memberId: string, reason = 'Lost the phone; I called her') =>
    admin.browser.ask(
      `mutation($input: GrantReEnrolmentInput!) { grantReEnrolment(input: $input) {
        __typename ... on ReEnrolmentGranted { memberId usableFrom expiresAt othersHaveToAgree } ... on UserError { message }
        ... on InvalidInput { fields { field } } ... on TooManyAttempts { retryAt }
      } }`,
      { input: { networkId, memberId, reason } },
    ),
  cancel: (browser: TestBrowser, token: string) =>
    browser.field(
      `mutation($token: String!) { cancelReEnrolment(token: $token) {
        __typename ... on ReEnrolmentCancelled { network { slug } } ... on UserError { message }
      } }`,
      { token },
    ),
  /** By the password; what is offered beside the second step. */
  signIn: (person: Person, browser = person.browser) =>
    browser.field(
      `mutation($input: SignInInput!) { signIn(input: $input) {
        __typename ... on SecondStepRequired { reEnrolmentOffered reEnrolmentFrom reEnrolmentAwaits { name } }
      } }`,
      { input: { email: person.email, password: person.password } },
    ),
  use: (browser: TestBrowser) =>
    browser.field(
      `mutation { useReEnrolment {
        __typename ... on SetUpRequired { networks { slug deadline } otherNetworks { slug } mailboxProofRequired isReEnrolment }
        ... on TooManyAttempts { retryAt }
      } }`,
    ),
  prove: (browser: TestBrowser, code: string) =>
    browser.field(
      'mutation($code: String!) { proveMailbox(code: $code) { __typename ... on SetUpRequired { mailboxProofRequired } } }',
      { code },
    ),
}

/** A person with an app and backup codes in a network that requires them. */
export async function protectedMember(net: NetworkUnderTest, role: Role = 'MEMBER'): Promise<Person> {
  const person = await (await newPerson(net.owner.testApp, role.toLowerCase()).signUp()).setUpApp()
  return join(net, person, role)
}

export async function requiringNetwork(testApp: TestApp, name = 'Acme'): Promise<NetworkUnderTest> {
  const net = await readyNetwork(testApp, name)
  await activated(net)
  return net
}

/** Adds a person to another network that requires 2FA. */
export async function alsoIn(testApp: TestApp, person: Person, name: string): Promise<NetworkUnderTest> {
  const net = await readyNetwork(testApp, name)
  await join(net, person)
  await activated(net)
  return net
}

/** Also for a half signed-in person. */
export async function memberIdOf(net: NetworkUnderTest, person: Person): Promise<string> {
  return `${net.id}:${(await accountOf(person.testApp, person))._id}`
}

export async function helped(net: NetworkUnderTest, person: Person, admin = net.owner): Promise<string> {
  const memberId = await memberIdOf(net, person)
  await confirmIts(admin)
  const answer = await acts.grant(admin, net.id, memberId)
  if (outcomeOf(answer) !== 'ReEnrolmentGranted') throw new Error(`The help ended with ${JSON.stringify(answer)}.`)
  await admin.testApp.settle()
  return memberId
}

/** Mails to a person with these words, newest first. */
export async function mailsSaying(
  { app }: TestApp,
  to: string,
  words: string,
): Promise<{ subject: string; text: string }[]> {
  const messages = await app.get(CapturedMessagesStore).list(['email'])
  return messages
    .filter((message) => message.to === to && `${message.subject} ${message.text}`.includes(words))
    .map(({ subject, text }) => ({ subject: subject ?? '', text }))
}

export async function cancelTokenFor(person: Person): Promise<string> {
  const [mail] = await mailsSaying(person.testApp, person.email, '/recovery/cancel#token=')
  const token = mail?.text.match(/\/recovery\/cancel#token=(\S+)/)?.[1]
  if (!token) throw new Error('No mail carries a link to take it back.')
  return token
}

/** The newest code that proves the mailbox. */
export async function mailboxCodeFor(person: Person): Promise<string> {
  await person.testApp.settle()
  const [mail] = await mailsSaying(person.testApp, person.email, 'Confirm it’s you')
  return sixDigitsIn(mail?.text ?? '')
}

/** Password, the networks' word, mailbox: up to where the new method is set up. */
export async function atTheNewSetUp(person: Person, browser = person.browser): Promise<void> {
  await acts.signIn(person, browser)
  const moved = await acts.use(browser)
  if (moved.__typename !== 'SetUpRequired') throw new Error(`The re-enrolment began with ${moved.__typename}.`)
  await acts.prove(browser, await mailboxCodeFor(person))
}
