import { hash } from '@node-rs/argon2'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { generate } from 'otplib'
import { newAccount } from '../accounts/account.model.js'
import { ProfileStore } from '../accounts/profile.store.js'
import { Environment } from '../environment.js'
import { eventOf } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import { CapturedMessagesStore } from '../outbox/captured-messages.store.js'
import { hashToken, newToken } from '../platform/crypto/tokens.js'
import { KnownPlacesService } from '../sessions/known-places.service.js'
import { SessionService } from '../sessions/session.service.js'
import { type PasskeyLies, SoftwarePasskey } from './software-passkey.js'
import type { TestApp } from './test-app.js'
import type { TestBrowser } from './test-browser.js'

export const PASSWORD = 'correct horse battery staple'

export const viewerFields = `
  id name email
  twoFactor { isOn preferredMethod factors { id method label } backupCodesLeft mandatoryIn { slug } }
  memberships { role standing deadline network { id slug name plan } }
`
export const stepFields = `
  __typename
  ... on SignedIn { viewer { ${viewerFields} } }
  ... on SecondStepRequired { methods preferred maskedPhoneNumber sendRetryAt trustDeviceAllowed expiresAt }
  ... on SetUpRequired { networks { slug deadline allowedMethods } otherNetworks { slug } mailboxProofRequired expiresAt }
  ... on SsoRequired { network { slug } startUrl }
  ... on UserError { message }
  ... on InvalidCode { attemptsLeft alreadyUsed clockOffsetSeconds }
  ... on TooManyAttempts { retryAt remedy }
`

const SIX_DIGITS = /(?<![\w-])(\d{6})(?![\w-])/

/** The least that argon2 allows. A hash carries its own cost, so each sign-in with a seeded password is cheap too. */
const CHEAPEST = { memoryCost: 8, timeCost: 1, parallelism: 1, algorithm: 2 as const }

/** A user with a browser, a mailbox and a phone: what a test drives the API as. */
export class Person {
  secret: string | null = null
  phone: string | null = null
  backupCodes: string[] = []
  passkeys: SoftwarePasskey[] = []

  constructor(
    readonly testApp: TestApp,
    readonly browser: TestBrowser,
    readonly email: string,
    readonly password = PASSWORD,
    readonly name = email.split('@')[0] ?? email,
  ) {}

  /** The newest message to this address or number that a test has caused. */
  async lastMessage(to = this.email): Promise<{ subject: string | null; text: string }> {
    await this.testApp.settle()
    const messages = await this.testApp.app.get(CapturedMessagesStore).list(['email', 'sms'])
    const found = messages.find((message) => message.to === to)
    if (!found) throw new Error(`Nothing was sent to ${to}.`)
    return found
  }

  async mailedCode(): Promise<string> {
    return this.#newest(SIX_DIGITS, this.email)
  }

  async textedCode(): Promise<string> {
    return this.#newest(SIX_DIGITS, this.phone ?? '')
  }

  /** Of the newest link, be it in a mail that a notice has overtaken. */
  async mailedToken(): Promise<string> {
    return this.#newest(/#token=([\w-]{43})(?![\w-])/, this.email)
  }

  async #newest(wanted: RegExp, to: string): Promise<string> {
    await this.testApp.settle()
    const messages = await this.testApp.app.get(CapturedMessagesStore).list(['email', 'sms'])
    const found = messages.filter((message) => message.to === to).map(({ text }) => wanted.exec(text)?.[1])
    const newest = found.find((each) => each !== undefined)
    if (newest === undefined) throw new Error(`Nothing like ${wanted} was sent to ${to}.`)
    return newest
  }

  async appCode(stepsAway = 0): Promise<string> {
    return generate({
      secret: this.secret ?? '',
      epoch: Math.floor(this.testApp.clock.now().getTime() / 1000) + 30 * stepsAway,
    })
  }

  /** Signs up in effect: stores the account and session that a sign-up leaves, without its mail and its password hash. */
  async signUp(): Promise<this> {
    const { app, clock } = this.testApp
    const emailKey = emailKeyOf(this.email)
    if (!emailKey) throw new Error(`${this.email} is no address.`)
    const now = clock.now()
    const origin = { address: this.browser.address, device: 'Unknown device' }
    const passwordHash = await hash(this.password.normalize('NFC'), CHEAPEST)
    const draft = newAccount({ emailKey, email: this.email, name: this.name, passwordHash, now })
    const account = { ...draft, events: [{ type: 'account.created' as const, ...eventOf(draft, origin, now) }] }
    if (!(await app.get(ProfileStore).insert(account))) throw new Error(`${this.email} has an account already.`)
    const browserToken = this.browser.cookies.get(this.#cookie('browser')) ?? newToken()
    const evidence = [{ method: 'PASSWORD' as const, at: now }]
    const { token } = await app.get(SessionService).open(account, evidence, origin, hashToken(browserToken), [])
    app.get(KnownPlacesService).knowBrowser(account._id, hashToken(browserToken))
    this.browser.cookies.set(this.#cookie('browser'), browserToken)
    this.browser.cookies.set(this.#cookie('session'), token)
    await app.get(EventRelay).dispatch('accounts', account._id)
    return this
  }

  #cookie(name: string): string {
    return this.testApp.app.get(Environment).publicUrl.startsWith('https:')
      ? `__Host-twinlock_${name}`
      : `twinlock_${name}`
  }

  /** Signs up through the API, with the mailed code. */
  async signUpByMail(): Promise<this> {
    await this.browser.field(
      'mutation($input: SignUpInput!) { signUp(input: $input) { __typename ... on InvalidInput { message } } }',
      {
        input: { name: this.name, email: this.email, password: this.password },
      },
    )
    const code = await this.mailedCode()
    const confirmed = await this.browser.field(
      'mutation($input: ConfirmEmailInput!) { confirmEmail(input: $input) { __typename } }',
      {
        input: { email: this.email, code },
      },
    )
    if (confirmed.__typename !== 'SignedIn') throw new Error(`The sign-up ended with ${confirmed.__typename}.`)
    return this
  }

  async signIn(browser = this.browser) {
    return browser.field(`mutation($input: SignInInput!) { signIn(input: $input) { ${stepFields} } }`, {
      input: { email: this.email, password: this.password },
    })
  }

  async verify(method: string, code: string, browser = this.browser, trustDevice = false) {
    return browser.field(
      `mutation($input: VerifySecondStepInput!) { verifySecondStep(input: $input) { ${stepFields} } }`,
      {
        input: { method, code, trustDevice },
      },
    )
  }

  async beginApp(browser = this.browser): Promise<{ setupId: string; secret: string }> {
    const begun = await browser.field(
      'mutation { beginAuthenticatorSetup { __typename ... on AuthenticatorSetup { setupId secret otpauthUri expiresAt } } }',
    )
    this.secret = begun.secret
    return begun
  }

  async confirmApp(setupId: string, code: string, browser = this.browser) {
    return browser.field(
      `mutation($input: ConfirmSetupInput!) { confirmAuthenticatorSetup(input: $input) {
        __typename
        ... on TwoFactorSetUp { viewer { ${viewerFields} } backupCodes { codes { code usedAt } } }
        ... on UserError { message }
        ... on InvalidCode { attemptsLeft alreadyUsed clockOffsetSeconds }
        ... on TooManyAttempts { retryAt remedy }
      } }`,
      { input: { setupId, code } },
    )
  }

  /** Sets an authenticator app up, and lets the confirming code's step go by. */
  async setUpApp(): Promise<this> {
    const { setupId } = await this.beginApp()
    const confirmed = await this.confirmApp(setupId, await this.appCode())
    if (confirmed.__typename !== 'TwoFactorSetUp') throw new Error(`The set-up ended with ${confirmed.__typename}.`)
    this.backupCodes = confirmed.backupCodes?.codes.map(({ code }: { code: string }) => code) ?? this.backupCodes
    this.testApp.clock.advance(30_000)
    return this
  }

  async beginSms(phoneNumber: string, browser = this.browser) {
    return browser.field(
      `mutation($input: BeginSmsSetupInput!) { beginSmsSetup(input: $input) {
        __typename ... on SmsSetup { setupId maskedPhoneNumber expiresAt resendAvailableAt } ... on UserError { message }
        ... on UnsupportedDestination { reason country }
        ... on TooManyAttempts { retryAt } ... on SendCodeTooSoon { retryAt }
      } }`,
      { input: { phoneNumber } },
    )
  }

  async confirmSms(setupId: string, code: string, browser = this.browser) {
    return browser.field(
      `mutation($input: ConfirmSetupInput!) { confirmSmsSetup(input: $input) {
        __typename
        ... on TwoFactorSetUp { viewer { ${viewerFields} } backupCodes { codes { code usedAt } } }
        ... on UserError { message }
        ... on InvalidCode { attemptsLeft alreadyUsed clockOffsetSeconds }
        ... on TooManyAttempts { retryAt remedy }
      } }`,
      { input: { setupId, code } },
    )
  }

  async setUpSms(phoneNumber: string): Promise<this> {
    this.phone = phoneNumber
    const { setupId } = await this.beginSms(phoneNumber)
    const confirmed = await this.confirmSms(setupId, await this.textedCode())
    if (confirmed.__typename !== 'TwoFactorSetUp') throw new Error(`The set-up ended with ${confirmed.__typename}.`)
    this.backupCodes = confirmed.backupCodes?.codes.map(({ code }: { code: string }) => code) ?? this.backupCodes
    return this
  }

  async beginPasskey(browser = this.browser) {
    return browser.field(
      `mutation { beginPasskeySetup {
        __typename
        ... on PasskeySetup { setupId optionsJson suggestedLabel expiresAt }
        ... on UserError { message }
        ... on TooManyAttempts { retryAt }
      } }`,
    )
  }

  async confirmPasskey(setupId: string, responseJson: string, label: string | null = null, browser = this.browser) {
    return browser.field(
      `mutation($input: ConfirmPasskeySetupInput!) { confirmPasskeySetup(input: $input) {
        __typename
        ... on TwoFactorSetUp { viewer { ${viewerFields} } backupCodes { codes { code usedAt } } }
        ... on UserError { message }
        ... on InvalidCode { attemptsLeft alreadyUsed }
        ... on TooManyAttempts { retryAt }
      } }`,
      { input: { setupId, responseJson, label } },
    )
  }

  newPasskey(): SoftwarePasskey {
    return new SoftwarePasskey(this.testApp.app.get(Environment).publicUrl)
  }

  async setUpPasskey(label: string | null = null): Promise<this> {
    const passkey = this.newPasskey()
    const { setupId, optionsJson } = await this.beginPasskey()
    const confirmed = await this.confirmPasskey(setupId, passkey.create(optionsJson), label)
    if (confirmed.__typename !== 'TwoFactorSetUp') throw new Error(`The set-up ended with ${confirmed.__typename}.`)
    this.passkeys.push(passkey)
    this.backupCodes = confirmed.backupCodes?.codes.map(({ code }: { code: string }) => code) ?? this.backupCodes
    return this
  }

  /** What this sign-in asks the passkeys to sign. */
  async askedOfPasskey(browser = this.browser): Promise<string> {
    const asked = await browser.field(
      'mutation { beginPasskeySecondStep { __typename ... on PasskeyChallenge { optionsJson } } }',
    )
    if (!asked.optionsJson) throw new Error(`The passkeys are not asked: ${asked.__typename}.`)
    return asked.optionsJson
  }

  async verifyByPasskey(lies: PasskeyLies = {}, browser = this.browser) {
    const answer = this.passkeys[0]?.get(await this.askedOfPasskey(browser), lies) ?? ''
    return this.verify('PASSKEY', answer, browser)
  }

  /** What this session asks the passkeys to sign. */
  async askedToConfirm(browser = this.browser): Promise<string> {
    const asked = await browser.field(
      'mutation { beginPasskeyReauthentication { ... on PasskeyChallenge { optionsJson } } }',
    )
    return asked.optionsJson
  }

  async reauthenticate(input: { password?: string; method?: string; code?: string }) {
    return this.browser.ask(
      `mutation($input: ReauthenticateInput!) { reauthenticate(input: $input) {
        __typename
        ... on Reauthenticated { until }
        ... on UserError { message }
        ... on InvalidCode { attemptsLeft alreadyUsed clockOffsetSeconds }
        ... on TooManyAttempts { retryAt remedy }
      } }`,
      { input },
    )
  }

  async viewer(browser = this.browser) {
    return browser.field(`{ viewer { ${viewerFields} } }`)
  }
}

export function sixDigitsIn(text: string): string {
  const code = text.match(/\d{6}/)?.[0]
  if (!code) throw new Error(`There are no six digits in: ${text}`)
  return code
}

let counter = 0
/** A new person with their own browser. */
export function newPerson(testApp: TestApp, name = 'ada'): Person {
  counter += 1
  return new Person(
    testApp,
    testApp.browser(`203.0.113.${counter % 250}`),
    `${name}${counter}@example.com`,
    PASSWORD,
    name,
  )
}
