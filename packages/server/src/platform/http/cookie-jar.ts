import { DAY, SECOND } from '@twinlock/shared/durations'
import { parse, serialize } from 'cookie'

/** The lifetimes of cookies are in seconds. */
const DAY_SECONDS = DAY / SECOND

/** Every cookie, with its lifetime in seconds. */
const lives = {
  session: 14 * DAY_SECONDS,
  ticket: 70 * 60,
  sign_up: 60 * 60,
  /** Identifies a known browser; grants no access. */
  browser: 365 * DAY_SECONDS,
  device: 30 * DAY_SECONDS,
  sso: 15 * 60,
  /** Names the browser that is on its way to an app. */
  entry: 2 * 60 * 60,
  /** Holds the passkey challenge of a sign-in without an account name. */
  passkey: 10 * 60,
} as const
export type CookieName = keyof typeof lives

/** HttpOnly, SameSite=Lax; Secure and `__Host-` under https (RFC 6265bis 4.1.3.2). */
export class CookieJar {
  readonly #received: Record<string, string | undefined>

  constructor(
    header: string | undefined,
    readonly isSecure: boolean,
    private readonly send: (setCookie: string) => void,
  ) {
    this.#received = parse(header ?? '')
  }

  get(name: CookieName): string | undefined {
    return this.#received[this.#nameOf(name)]
  }

  set(name: CookieName, value: string, maxAge: number = lives[name]): void {
    this.#received[this.#nameOf(name)] = value
    this.#write(name, value, maxAge)
  }

  clear(name: CookieName): void {
    if (this.get(name) === undefined) return
    delete this.#received[this.#nameOf(name)]
    this.#write(name, '', 0)
  }

  #write(name: CookieName, value: string, maxAge: number): void {
    this.send(
      serialize(this.#nameOf(name), value, {
        httpOnly: true,
        sameSite: 'lax',
        secure: this.isSecure,
        path: '/',
        maxAge,
      }),
    )
  }

  #nameOf(name: CookieName): string {
    return `${this.isSecure ? '__Host-' : ''}twinlock_${name}`
  }
}
