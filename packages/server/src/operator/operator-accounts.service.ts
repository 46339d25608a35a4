import { inject } from '@needle-di/core'
import { emailKeyOf } from '@twinlock/shared/email-address'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { type AccountDocument, methodsOf } from '../accounts/account.model.js'
import { ProfileStore } from '../accounts/profile.store.js'
import { judgeAttempts } from '../domain/attempt-limit.js'
import { NetworkStore } from '../networks/network.store.js'
import { Clock } from '../platform/clock/clock.js'
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

/** Accounts, as the person at the server's command line sees and unlocks them. */
export class OperatorAccountsService {
  constructor(
    private readonly store = inject(OperatorStore),
    private readonly profiles = inject(ProfileStore),
    private readonly networks = inject(NetworkStore),
    private readonly clock = inject(Clock),
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
      const attempts = judgeAttempts(account.attempts, now)
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
