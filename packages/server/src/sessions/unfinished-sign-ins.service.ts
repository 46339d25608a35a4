import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../accounts/account.model.js'
import { ProfileStore } from '../accounts/profile.store.js'
import { guessesFor } from '../domain/attempt-limit.js'
import type { Origin } from '../events/event.types.js'
import { eventOf } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import { Clock } from '../platform/clock/clock.js'
import type { SignInDocument } from './session.model.js'
import { SignInStore } from './sign-in.store.js'

/**
 * Notifies an owner of a right password without a second step: ten minutes after a sign-in that was not
 * finished, or at the third wrong code. A sign-in that is finished in the same browser takes its earlier ones back. At
 * most one mail an hour goes out, which states how many there were.
 */
export class UnfinishedSignInsService {
  constructor(
    private readonly store = inject(SignInStore),
    private readonly profiles = inject(ProfileStore),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** A second step of a sign-in has failed: counted together with the account's other unfinished sign-ins. */
  async failedInSignIn(account: AccountDocument): Promise<void> {
    const signIns = await this.store.unfinishedOf(account._id)
    if (failuresIn(signIns, account) >= limits.unfinishedSignIn.failures) await this.#notify(account, signIns)
  }

  /** A second step has failed in a session; the third failure is reported. */
  async failedInSession(account: AccountDocument, failures: number, origin: Origin): Promise<void> {
    if (failures !== limits.unfinishedSignIn.failures) return
    await this.#emit(account, { signIns: 0, failures }, origin)
  }

  /** By a job: whatever was not finished in time. */
  async notifyDue(): Promise<void> {
    const due = await this.store.unfinishedBefore(this.clock.now())
    for (const accountId of new Set(due.map((signIn) => signIn.accountId))) {
      const signIns = due.filter((signIn) => signIn.accountId === accountId)
      await this.#notify(await this.profiles.byId(accountId), signIns)
    }
  }

  /** A server that died after a second step may have left the sign-in that it finished among them. */
  async #notify(account: AccountDocument | null, signIns: SignInDocument[]): Promise<void> {
    const unfinished = signIns.filter(({ publicId }) => !account?.finishedSignIns?.includes(publicId))
    const newest = unfinished.at(-1)
    const heldUntil =
      account && newest
        ? await this.#emit(
            account,
            { signIns: unfinished.length, failures: failuresIn(unfinished, account) },
            newest.origin,
          )
        : null
    await this.store.scheduleNotice(
      signIns.map(({ _id }) => _id),
      heldUntil,
    )
  }

  /** @returns when the next notice may go out, if this one was held back; null: it was sent */
  async #emit(
    account: AccountDocument,
    counts: { signIns: number; failures: number },
    origin: Origin,
  ): Promise<Date | null> {
    const now = this.clock.now()
    const event = { type: 'sign_in.unfinished' as const, ...counts, ...eventOf(account, origin, now) }
    const since = new Date(now.getTime() - limits.unfinishedSignIn.mailEvery)
    const toldAt = await this.profiles.noteUnfinished(account._id, since, now, event)
    if (toldAt) return new Date(toldAt.getTime() + limits.unfinishedSignIn.mailEvery)
    await this.relay.dispatch('accounts', account._id)
    return null
  }
}

function failuresIn(signIns: readonly SignInDocument[], { attempts }: AccountDocument): number {
  return signIns.reduce((sum, { publicId }) => sum + guessesFor(attempts, publicId).length, 0)
}
