import { inject } from '@needle-di/core'
import { AccessService, type OpenToPerson } from '../../access/access.service.js'
import type { AccountDecision } from '../../domain/sso-account.js'
import { proofOf, type SsoProof } from '../../domain/sso-policy.js'
import { networkEventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { Clock } from '../../platform/clock/clock.js'
import type { ProviderAnswer } from '../provider/provider-answer.js'
import { type SsoFailure, SsoFailureError, ssoFailureOf } from '../provider/sso-failure.js'
import { PendingAnswerStore } from './pending-answer.store.js'
import { SsoAccountService } from './sso-account.service.js'
import type { SsoBrowser } from './sso-sessions.service.js'

export interface Trial {
  at: string
  /** Everything that came back, as the provider wrote it; null when nothing that can be trusted did. */
  claims: Record<string, unknown> | null
  proof: SsoProof | null
  /** What would have happened; nobody was signed in. */
  decision: AccountDecision['kind'] | null
  refusal: 'GUEST' | 'NOT_A_MEMBER' | 'OTHER_IDENTITY' | null
  trouble: SsoFailure | null
  detail: string | null
}

/** *Test sign-in*: an Admin goes to the provider and sees what it says, without being signed in by it. */
export class ConnectionTestService {
  constructor(
    private readonly kept = inject(PendingAnswerStore),
    private readonly accounts = inject(SsoAccountService),
    private readonly access = inject(AccessService),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** @param accountId who began it @throws SsoFailureError EXPIRED when they are not the one who is signed in */
  async record(
    networkId: string,
    accountId: string,
    { session, origin }: Pick<SsoBrowser, 'session' | 'origin'>,
    ask: () => Promise<ProviderAnswer>,
  ): Promise<void> {
    if (accountId !== session?.account._id)
      throw new SsoFailureError('EXPIRED', 'The person who tried the sign-in is no longer signed in.')
    const open = await this.access.enterAsAdmin(session, networkId)
    const trial = await this.#run(open, ask).catch((error: unknown) => this.#failed(ssoFailureOf(error)))
    const now = this.clock.now()
    await this.kept.keep(keyOf(open), trial, now)
    const base = networkEventOf(open.network, open.caller.account, origin, now)
    await this.relay.emit({ type: 'sso.tried', outcome: trial.trouble ?? 'WORKED', ...base })
  }

  /** What the provider answered this Admin last, for ten minutes. */
  async last(open: OpenToPerson): Promise<Trial | null> {
    return this.kept.read<Trial>(keyOf(open), this.clock.now())
  }

  async #run({ network }: OpenToPerson, ask: () => Promise<ProviderAnswer>): Promise<Trial> {
    const answer = await ask()
    const decision = await this.accounts.preview(network, answer)
    const now = this.clock.now()
    return {
      at: now.toISOString(),
      claims: answer.claims,
      proof: network.sso && proofOf(network.sso, answer, now),
      decision: decision.kind,
      refusal: decision.kind === 'refuse' ? decision.reason : null,
      trouble: null,
      detail: null,
    }
  }

  #failed({ reason, detail }: SsoFailureError): Trial {
    const nothing = { claims: null, proof: null, decision: null, refusal: null }
    return { at: this.clock.now().toISOString(), ...nothing, trouble: reason, detail }
  }
}

const keyOf = ({ network, caller }: OpenToPerson) => `trial:${network._id}:${caller.account._id}`
