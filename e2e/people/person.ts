import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from '@playwright/test'
import type { Message, Twinlock } from '../servers/twinlock'
import { Authenticator } from './authenticator'

/** A message is there within this time of the act that causes it: the product's own promise. */
const MESSAGE_LIMIT_MS = 2_000
const LOOK_EVERY_MS = 50

/** A person with a browser, an inbox, a phone, and maybe an authentication app. */
export class Person {
  password = 'correct horse battery staple'
  /** With country code. */
  phone: string
  backupCodes: string[] = []
  private knownAuthenticator: Authenticator | null = null

  constructor(
    readonly twinlock: Twinlock,
    readonly page: Page,
    readonly name: string,
    readonly email: string,
    phone: string,
    /** The ids of the messages that were read already. */
    private readonly read = new Set<string>(),
  ) {
    this.phone = phone
  }

  /** The same person at another browser, with the same phone in hand. */
  at(page: Page): Person {
    const { twinlock, name, email, phone, read } = this
    const same = new Person(twinlock, page, name, email, phone, read)
    return Object.assign(same, {
      password: this.password,
      backupCodes: this.backupCodes,
      knownAuthenticator: this.knownAuthenticator,
    })
  }

  get context(): BrowserContext {
    return this.page.context()
  }

  get authenticator(): Authenticator {
    if (!this.knownAuthenticator) throw new Error(`${this.name} has no authentication app.`)
    return this.knownAuthenticator
  }

  /** Adds an account to the authentication app. @param key an otpauth URI, or the key itself */
  addToAuthenticator(key: string): void {
    const secret = key.startsWith('otpauth:') ? (new URL(key).searchParams.get('secret') ?? '') : key
    this.knownAuthenticator = new Authenticator(secret.replaceAll(' ', ''), () => this.twinlock.now())
  }

  /** Waits for an email that was not read yet, and reads it. */
  async mail(subject: string | RegExp): Promise<Message> {
    return await this.receive(this.email, subject, (message) => message.subject ?? '')
  }

  async mailedCode(): Promise<string> {
    return sixDigitsIn((await this.mail(/sign-up|Confirm it’s you/)).text)
  }

  /** The code that was mailed to another address of theirs. */
  async mailedCodeAt(address: string): Promise<string> {
    return sixDigitsIn((await this.receive(address, /address/, ({ subject }) => subject ?? '')).text)
  }

  async mailedLink(subject: string | RegExp): Promise<string> {
    const { text } = await this.mail(subject)
    const link = text.match(/https?:\/\/\S+#token=\S+/)?.[0]
    if (!link) throw new Error(`There is no link in: ${text}`)
    return link
  }

  async textedCode(): Promise<string> {
    return sixDigitsIn((await this.receive(this.phone, /\d{6}/, (message) => message.text)).text)
  }

  /** The subjects of every email so far, oldest first. */
  async subjects(): Promise<string[]> {
    const messages = await this.twinlock.messages()
    return messages
      .filter(({ to }) => to === this.email)
      .map(({ subject }) => subject ?? '')
      .reverse()
  }

  private async receive(
    address: string,
    words: string | RegExp,
    textOf: (message: Message) => string,
  ): Promise<Message> {
    const limit = Date.now() + MESSAGE_LIMIT_MS
    for (;;) {
      const found = (await this.twinlock.messages()).find(
        (message) => message.to === address && !this.read.has(message.id) && textOf(message).match(words),
      )
      if (found) {
        this.read.add(found.id)
        return found
      }
      if (Date.now() > limit) throw new Error(`No message with ${words} came to ${address} within 2 s.`)
      await pause(LOOK_EVERY_MS)
    }
  }
}

function sixDigitsIn(text: string): string {
  const code = text.match(/\d{6}/)?.[0]
  if (!code) throw new Error(`There are no six digits in: ${text}`)
  return code
}
