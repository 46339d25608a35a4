import { CapturedMessagesStore } from '../outbox/captured-messages.store.js'
import type { Person } from '../testing/person.js'
import type { TestBrowser } from '../testing/test-browser.js'

/** What happens once in the life of an account, in the words of the people who do it. */
export const acts = {
  changeEmail: (browser: TestBrowser, email: string) =>
    browser.ask(
      `mutation($input: ChangeEmailInput!) { changeEmail(input: $input) {
        __typename ... on EmailChangeCodeSent { email } ... on InvalidInput { fields { field message } } ... on TooManyAttempts { retryAt }
      } }`,
      { input: { email } },
    ),
  confirmEmail: (browser: TestBrowser, code: string) =>
    browser.ask(
      `mutation($code: String!) { confirmEmailChange(code: $code) {
        __typename ... on EmailChanged { viewer { email } } ... on InvalidCode { attemptsLeft } ... on UserError { message }
      } }`,
      { code },
    ),
  deleteAccount: (browser: TestBrowser) =>
    browser.ask(
      'mutation { deleteAccount { __typename ... on AccountDeletionScheduled { at } ... on LastOwner { networks { slug } } } }',
    ),
  keepAccount: (browser: TestBrowser) => browser.ask('mutation { cancelAccountDeletion }'),
  requestExport: (browser: TestBrowser) => browser.ask('mutation { requestDataExport }'),
  exportData: (browser: TestBrowser, token: string) =>
    browser.ask('mutation($token: String!) { exportData(token: $token) { __typename ... on DataExport { json } } }', {
      token,
    }),
  transfer: (browser: TestBrowser, networkId: string, membershipId: string) =>
    browser.ask(
      `mutation($input: TransferOwnershipInput!) { transferOwnership(input: $input) {
        __typename ... on OwnershipTransferred { network { slug } } ... on InvalidInput { message }
      } }`,
      { input: { networkId, membershipId } },
    ),
  deleteNetwork: (browser: TestBrowser, networkId: string, slug: string) =>
    browser.ask(
      `mutation($input: DeleteNetworkInput!) { deleteNetwork(input: $input) {
        __typename ... on NetworkDeletionScheduled { at } ... on InvalidInput { fields { field } }
      } }`,
      { input: { networkId, slug } },
    ),
  keepNetwork: (browser: TestBrowser, networkId: string) =>
    browser.ask('mutation($id: ID!) { cancelNetworkDeletion(networkId: $id) }', { id: networkId }),
  endSessions: (browser: TestBrowser, membershipId: string) =>
    browser.ask('mutation($id: ID!) { endMemberSessions(membershipId: $id) }', { id: membershipId }),
  undoEmail: (browser: TestBrowser, token: string) =>
    browser.field(
      'mutation($token: String!) { undoEmailChange(token: $token) { __typename ... on EmailChangeUndone { email } } }',
      { token },
    ),
}

/** Every email that was sent to this address, newest first. */
export async function mailsTo({ testApp }: Person, to: string): Promise<{ subject: string | null; text: string }[]> {
  await testApp.settle()
  return (await testApp.app.get(CapturedMessagesStore).list(['email'])).filter((message) => message.to === to)
}

export async function codeFor(person: Person, email: string): Promise<string> {
  const [mail] = await mailsTo(person, email)
  const code = /(?<![\w-])(\d{6})(?![\w-])/.exec(mail?.text ?? '')?.[1]
  if (!code) throw new Error(`No code was mailed to ${email}.`)
  return code
}

/** Changes the address of a person whose sign-in is fresh. @returns the token of the link that undoes it */
export async function changedEmail(person: Person, email: string, browser = person.browser): Promise<string> {
  await acts.changeEmail(browser, email)
  const answer = await acts.confirmEmail(browser, await codeFor(person, email))
  if (answer.data?.confirmEmailChange.__typename !== 'EmailChanged')
    throw new Error(`The change ended with ${JSON.stringify(answer)}.`)
  return undoTokenFor(person)
}

export async function undoTokenFor(person: Person): Promise<string> {
  const found = (await mailsTo(person, person.email)).map(({ text }) => /\/email\/undo#token=(\S+)/.exec(text)?.[1])
  const token = found.find((each) => each !== undefined)
  if (!token) throw new Error('No mail carries a link that undoes the change.')
  return token
}
