import type { NetworkDocument } from '../../networks/network.model.js'
import { NetworkCollection } from '../../networks/network.model.js'
import { CapturedMessagesStore } from '../../outbox/captured-messages.store.js'
import { accountOf, type NetworkOptions, putNetwork } from '../../testing/network.js'
import { Person } from '../../testing/person.js'
import type { TestApp } from '../../testing/test-app.js'
import { CLIENT, type HostileProvider } from './hostile-provider.js'

export const SSO = `sso {
  connection { issuer clientId hasSecret workedAt requiredFrom proofRequiredFrom proofValues earlierProofUntil justInTimeRole endsAt trouble { reason } }
  domains { name isProved missingSince recordName recordValue }
  counts { members guests joined proved }
  trial { result trouble proof claims { name value } }
}`
export const ANSWER = `{ __typename ... on SsoChanged { ${SSO} } ... on InvalidInput { fields { field } } ... on UserError { message } }`

let count = 0
/** A new person whose address is at this domain. */
export async function newPersonAt(testApp: TestApp, domain = 'acme.example'): Promise<Person> {
  count += 1
  return new Person(testApp, testApp.browser(), `someone${count}@${domain}`).signUp()
}

/** An OWNER at the company sign-in of a network of their own. */
export class SsoAdmin {
  private constructor(
    readonly testApp: TestApp,
    readonly person: Person,
    readonly network: NetworkDocument,
  ) {}

  static async start(testApp: TestApp, options: NetworkOptions = {}, domain?: string): Promise<SsoAdmin> {
    const person = await newPersonAt(testApp, domain)
    const network = await putNetwork(testApp, [person], { role: 'ADMIN', ...options })
    const ownerIds = [(await accountOf(testApp, person))._id]
    await NetworkCollection.on(testApp.connection).updateOne({ _id: network._id }, { $set: { ownerIds } })
    return new SsoAdmin(testApp, person, network)
  }

  /** What a change is answered, or the details of the interruption. */
  async change(name: string, type: string, input: Record<string, unknown>) {
    const answer = name === 'saveSsoConnection' ? ANSWER.replace('{', '{ ... on SsoProviderProblem { reason }') : ANSWER
    const { data, errors } = await this.person.browser.ask(
      `mutation($input: ${type}!) { ${name}(input: $input) ${answer} }`,
      { input: { networkId: this.network._id, ...input } },
    )
    return errors ? errors[0]?.extensions : data[name]
  }

  save(provider: HostileProvider, over: Record<string, unknown> = {}) {
    const written = { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret, ...over }
    return this.change('saveSsoConnection', 'SaveSsoConnectionInput', written)
  }

  domain(name: 'claimSsoDomain' | 'proveSsoDomain' | 'releaseSsoDomain', domain: string) {
    return this.change(name, 'SsoDomainInput', { domain })
  }

  /** As if the record had been found long ago. */
  async ownDomain(name: string): Promise<void> {
    const ssoDomains = [{ name, token: 'T', claimedAt: new Date(0), provedAt: new Date(0), missingSince: null }]
    await NetworkCollection.on(this.testApp.connection).updateOne({ _id: this.network._id }, { $set: { ssoDomains } })
  }

  async read(by = this.person) {
    const asked = `query($slug: String!) { network(slug: $slug) { ${SSO} } }`
    return (await by.browser.field(asked, { slug: this.network.slug })).sso
  }

  /** The subjects of the mails to a person. */
  async mailsTo(email: string): Promise<(string | null)[]> {
    await this.testApp.settle()
    const messages = await this.testApp.app.get(CapturedMessagesStore).list(['email'])
    return messages.filter(({ to }) => to === email).map(({ subject }) => subject)
  }
}
