import type { Origin } from '../events/event.types.js'
import { unauthenticated } from '../platform/errors/interruption.js'
import type { CookieJar } from '../platform/http/cookie-jar.js'
import type { SessionCaller, TicketCaller } from './caller.js'
import type { SessionService } from './session.service.js'
import type { SignInProgressService } from './sign-in-progress.service.js'

/** One request: where it comes from, its cookies, and who it is, which is looked up only when asked, and once. */
export class RequestContext {
  #session: Promise<SessionCaller | null> | undefined
  #ticket: Promise<TicketCaller | null> | undefined
  readonly #memory = new Map<string, Promise<unknown>>()

  constructor(
    readonly origin: Origin,
    readonly cookies: CookieJar,
    private readonly sessions: SessionService,
    private readonly signIns: SignInProgressService,
  ) {}

  session(): Promise<SessionCaller | null> {
    this.#session ??= this.sessions.resume(this.cookies.get('session'))
    return this.#session
  }

  /** The sign-in in progress; its expiry and the account's epoch are checked. */
  ticket(): Promise<TicketCaller | null> {
    this.#ticket ??= this.signIns.resume(this.cookies.get('ticket'))
    return this.#ticket
  }

  /** @throws Interruption UNAUTHENTICATED without a session; a sign-in in progress is none */
  async requireSession(): Promise<SessionCaller> {
    const session = await this.session()
    if (!session) throw unauthenticated()
    return session
  }

  /** From now on this request speaks for that session; what was read for it before is read anew. */
  becomes(session: SessionCaller, token?: string): void {
    this.#session = Promise.resolve(session)
    this.#ticket = Promise.resolve(null)
    this.#memory.clear()
    if (!token) return
    this.cookies.set('session', token)
    this.cookies.clear('ticket')
  }

  becomesTicket(ticket: TicketCaller, token?: string): void {
    this.#ticket = Promise.resolve(ticket)
    this.#memory.clear()
    if (token) this.cookies.set('ticket', token)
  }

  /** Asked twice in one request, read once. */
  once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.#memory.get(key) as Promise<T> | undefined
    if (known) return known
    const reading = read()
    this.#memory.set(key, reading)
    return reading
  }
}
