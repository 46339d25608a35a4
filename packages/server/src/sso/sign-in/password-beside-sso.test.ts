import { describe, expect, test } from 'vitest'
import type { SsoConnection } from '../../networks/network.model.js'
import { Person } from '../../testing/person.js'
import type { TestApp } from '../../testing/test-app.js'
import type { TestBrowser } from '../../testing/test-browser.js'
import type { HostileProvider } from '../testing/hostile-provider.js'
import { claimsOf, putSsoNetwork, signInByProvider } from '../testing/sso-story.js'
import { withProvider } from '../testing/with-provider.js'

let testApp: TestApp
let provider: HostileProvider
withProvider((started) => {
  ;({ testApp, provider } = started)
})
let count = 0
const codeOf = async (from: TestBrowser, query: string, variables: Record<string, unknown>) =>
  (await from.ask(query, variables)).errors?.[0]?.extensions.code ?? 'no error'
const NETWORK = 'query($slug: String!) { network(slug: $slug) { slug } }'

describe('I07 a password chosen by a person who signs in by the provider', () => {
  async function withPassword(over: Partial<SsoConnection>) {
    count += 1
    const network = await putSsoNetwork(testApp, provider, [], {
      domain: 'i07.example',
      deadlineIn: -1,
      over: { justInTimeRole: 'MEMBER', ...over },
    })
    const ida = new Person(testApp, testApp.browser(), `ida${count}@i07.example`)
    const session = testApp.browser()
    await signInByProvider(session, provider, network.slug, claimsOf(ida.email))
    const change = 'mutation($input: ChangePasswordInput!) { changePassword(input: $input) { __typename } }'
    // The provider's word chooses none: the mailbox has to say whose account it is.
    expect(await codeOf(session, change, { input: { newPassword: ida.password } })).toBe('FORBIDDEN')
    await ida.browser.field('mutation($email: String!) { requestPasswordReset(email: $email) { __typename } }', {
      email: ida.email,
    })
    const token = await ida.mailedToken()
    await ida.browser.field('mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }', {
      input: { token, password: ida.password },
    })
    return { network, ida }
  }

  test('is no way around a provider that is required', async () => {
    const { network, ida } = await withPassword({ requiredFrom: testApp.clock.now() })
    expect(await ida.signIn()).toMatchObject({ __typename: 'SsoRequired', network: { slug: network.slug } })
    expect(await codeOf(ida.browser, NETWORK, { slug: network.slug })).toBe('UNAUTHENTICATED')
  })

  test('nor around the second step that the provider does where the network requires one', async () => {
    const { network, ida } = await withPassword({})
    await ida.signIn()
    expect(await codeOf(ida.browser, NETWORK, { slug: network.slug })).toBe('SSO_REQUIRED')
  })
})
