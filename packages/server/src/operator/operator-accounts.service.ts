import { inject } from '@needle-di/core'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../accounts/account.model.js'
import { methodsOf } from '../accounts/account-factors.js'
import { ProfileStore } from '../accounts/profile.store.js'
import { checkAttempts } from '../domain/attempt-limit.js'
import { totpStepAt } from '../domain/totp-step.js'
import { eventOf } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import { NetworkStore } from '../networks/network.store.js'
import { Outbox } from '../outbox/outbox.service.js'
import { Clock } from '../platform/clock/clock.js'
import { hashToken, newToken } from '../platform/crypto/tokens.js'
import { AfterSessionsEnded } from '../sessions/session.service.js'
import { OperatorStore } from './operator.store.js'
import { OperatorError } from './operator-error.js'

/** An account as the operator's commands show it; scripts read these names. */
export interface AccountReport {
  id: string
  email: string
  name: string
  createdAt: Date
  methods: FactorMethod[]
  /** Slugs. */
  networks: string[]
  /** Until when second steps are refused after too many wrong codes. */
  lockedUntil: Date | null
}

export const fromTheCommandLine = { address: 'the command line', device: 'the operator' }

/** Accounts, as the person at the server's command line sees, unlocks, signs out and recovers them. */
export class OperatorAccountsService {
  constructor(
    private readonly store = inject(OperatorStore),
    private readonly profiles = inject(ProfileStore),
    private readonly networks = inject(NetworkStore),
    private readonly outbox = inject(Outbox),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
    private readonly afterSessionsEnded = inject(AfterSessionsEnded),
  ) {}

  /** In the order of their ids. @param after the id of the last one seen */
  async list(limit: number, after: string | null): Promise<AccountReport[]> {
    return this.#report(await this.store.accountsAfter(after, limit))
  }

  /** @param wanted an address or an id @throws OperatorError when there is none */
  async find(wanted: string): Promise<AccountReport> {
    const [report] = await this.#report([await this.#accountOf(wanted)])
    if (!report) throw new OperatorError(`There is no account ${wanted}.`)
    return report
  }

  /**
   * The account of an address or id; else every account with this in its address or name, `limit` at most.
   * @throws OperatorError when there is none
   */
  async search(wanted: string, limit: number): Promise<AccountReport | AccountReport[]> {
    const emailKey = emailKeyOf(wanted)
    const exact = emailKey ? await this.profiles.byEmailKey(emailKey) : await this.profiles.byId(wanted)
    const found = await this.#report(exact ? [exact] : await this.store.accountsWith(wanted.trim(), limit))
    const [first] = found
    if (!first) throw new OperatorError(`There is no account ${wanted}.`)
    return exact ? first : found
  }

  /** Wrong codes so far count no longer. The second step itself stays as it is. */
  async unlock(wanted: string): Promise<AccountReport> {
    const { _id } = await this.#accountOf(wanted)
    await this.store.clearAttempts(_id)
    return this.find(_id)
  }

  /**
   * Signs one person out everywhere: their sessions, sign-ins in progress and trusted devices end, their codes up to now
   * count as used, and an open reset link is deleted.
   * @throws OperatorError when there is no such account
   */
  async endSessions(wanted: string): Promise<void> {
    const { _id } = await this.#accountOf(wanted)
    await this.store.endEverything(totpStepAt(this.clock.now()), _id)
    await this.afterSessionsEnded(_id)
  }

  /**
   * Restores access for a person who lost both phone and backup codes: removes the second step, ends every session, and
   * makes a single-use link that sets a new password. They are notified by mail. A network that requires 2FA then requires
   * a new set-up.
   * @returns the token for the link
   * @throws OperatorError when there is no such account
   */
  async recover(wanted: string): Promise<{ token: string; expiresAt: Date }> {
    const account = await this.#accountOf(wanted)
    const now = this.clock.now()
    const token = newToken()
    const expiresAt = new Date(now.getTime() + limits.resetLinkLifetime)
    const event = { type: 'two_factor.disabled' as const, ...eventOf(account, fromTheCommandLine, now) }
    await this.store.recover(account._id, { tokenHash: hashToken(token), expiresAt }, event)
    await this.relay.dispatch('accounts', account._id)
    await this.outbox.deliverDue()
    return { token, expiresAt }
  }

  async #accountOf(wanted: string): Promise<AccountDocument> {
    const emailKey = emailKeyOf(wanted)
    const account = emailKey ? await this.profiles.byEmailKey(emailKey) : await this.profiles.byId(wanted)
    if (!account) throw new OperatorError(`There is no account ${wanted}.`)
    return account
  }

  async #report(accounts: readonly AccountDocument[]): Promise<AccountReport[]> {
    const now = this.clock.now()
    const networks = await this.networks.byIds([...new Set(accounts.flatMap(({ networkIds }) => networkIds))])
    const slugs = new Map(networks.map(({ _id, slug }) => [_id, slug]))
    return accounts.map((account) => {
      const attempts = checkAttempts(account.attempts, now)
      return {
        id: account._id,
        email: account.email,
        name: account.name,
        createdAt: account.createdAt,
        methods: methodsOf(account),
        networks: account.networkIds.flatMap((id) => slugs.get(id) ?? []),
        lockedUntil: attempts.kind === 'open' ? null : attempts.retryAt,
      }
    })
  }
}
