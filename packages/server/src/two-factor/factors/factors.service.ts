import { inject } from '@needle-di/core'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../../accounts/account.model.js'
import { factorsOf, hasTwoFactor, methodsOf } from '../../accounts/account-factors.js'
import { standingOf } from '../../domain/standing.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { type JoinedNetwork, JoinedNetworksService } from '../../memberships/joined-networks.service.js'
import { factsOf } from '../../memberships/membership.model.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { accountOvertaken, notFound } from '../../platform/errors/interruption.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { SessionService } from '../../sessions/session.service.js'
import { passkeyLabelOf } from '../passkey/passkey-label.js'
import { SetUpStore } from '../set-up/set-up.store.js'
import { SetUpGuardService } from '../set-up/set-up-guard.service.js'

/** One confirmed factor, and what an account is left with without it. */
export interface RemovableFactor {
  id: string
  method: FactorMethod
  left: FactorMethod[]
}

/** The confirmed factors of an account: removing, turning off, preferring. */
export class FactorsService {
  constructor(
    private readonly store = inject(SetUpStore),
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly guard = inject(SetUpGuardService),
    private readonly sessions = inject(SessionService),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** The networks that would no longer be satisfied with only these methods left; a refusal comes before freshness. */
  async networksThatNeedMoreThan(account: AccountDocument, left: readonly FactorMethod[]): Promise<NetworkDocument[]> {
    const now = this.clock.now()
    const joinedNetworks = await this.joinedNetworks.of(account)
    const staysShort = ({ network, membership }: JoinedNetwork) => {
      const { kind } = standingOf(policyOf(network), factsOf(membership), left, now)
      return kind === 'grace' || kind === 'overdue'
    }
    return joinedNetworks
      .filter((joined) => staysShort(joined) && (left.length === 0 || joined.standing.kind === 'satisfied'))
      .map((joined) => joined.network)
  }

  /** @throws Interruption NOT_FOUND */
  find(account: AccountDocument, id: string): RemovableFactor {
    const factors = factorsOf(account)
    const found = factors.find((factor) => factor.id === id)
    if (!found) throw notFound('Your account doesn’t have this method.')
    const left = factors.filter((factor) => factor !== found).map(({ method }) => method)
    return { id, method: found.method, left: [...new Set(left)] }
  }

  /** @throws Interruption what `requireProofFor` says */
  async remove(caller: SessionCaller, factor: RemovableFactor, origin: Origin): Promise<SessionCaller> {
    const { account } = caller
    const { method, left } = factor
    if (left.length === 0) return this.turnOff(caller, origin)
    await this.guard.requireProofFor(caller, [method])
    const staysPreferred = account.preferredMethod !== null && left.includes(account.preferredMethod)
    const preferred = staysPreferred ? account.preferredMethod : (left[0] ?? null)
    const event = { type: 'two_factor.method_removed' as const, method, ...eventOf(account, origin, this.clock.now()) }
    return this.#followed(caller, await this.store.remove(account, factor, preferred, event))
  }

  /** @throws Interruption what `requireProofFor` says */
  async turnOff(caller: SessionCaller, origin: Origin): Promise<SessionCaller> {
    if (!hasTwoFactor(caller.account)) return caller
    await this.guard.requireProofFor(caller, methodsOf(caller.account))
    const event = { type: 'two_factor.disabled' as const, ...eventOf(caller.account, origin, this.clock.now()) }
    return this.#followed(caller, await this.store.removeAll(caller.account, event))
  }

  /** @throws Interruption NOT_FOUND for a method the account does not have */
  async prefer(caller: SessionCaller, method: FactorMethod, origin: Origin): Promise<SessionCaller> {
    const { account } = caller
    if (!methodsOf(account).includes(method)) throw notFound('Set this method up first.')
    if (account.preferredMethod === method) return caller
    const event = {
      type: 'two_factor.preferred_changed' as const,
      method,
      ...eventOf(account, origin, this.clock.now()),
    }
    return this.#followed(caller, await this.store.prefer(account, method, event))
  }

  /** A name proves nothing: the account's epoch and its other sessions stay. */
  async renamePasskey(caller: SessionCaller, id: string, typed: string, origin: Origin): Promise<SessionCaller> {
    const account = await this.store.renamePasskey(caller.account, id, passkeyLabelOf(typed, origin.device))
    if (!account) throw accountOvertaken()
    return { ...caller, account }
  }

  async #followed(caller: SessionCaller, account: AccountDocument | null): Promise<SessionCaller> {
    if (!account) throw accountOvertaken()
    this.relay.dispatchSoon('accounts', account._id)
    return this.sessions.follow(caller, account)
  }
}
