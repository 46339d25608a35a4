import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../accounts/account.model.js'
import { type KnownPlace, ProfileStore } from '../accounts/profile.store.js'
import type { Origin } from '../events/event.types.js'
import { addressBlockOf } from '../platform/http/addresses.js'
import { requestLocale, requestTimeZone } from '../platform/http/request-locale.js'
import { allDone, Background } from '../platform/jobs/background.js'
import { Gathering, GatherMs } from '../platform/jobs/gathering.js'
import { type FinishedSignIn, SignInStore } from './sign-in.store.js'

interface SignedIn {
  finished: FinishedSignIn
  /** Null: known already. */
  place: KnownPlace | null
}

/** Where an account was signed in to: what comes from there again is no surprise to its owner. */
export class KnownPlacesService {
  readonly #signedIn: Gathering<SignedIn>

  constructor(
    private readonly signIns = inject(SignInStore),
    private readonly profiles = inject(ProfileStore),
    private readonly background = inject(Background),
    gatherMs = inject(GatherMs),
  ) {
    this.#signedIn = new Gathering(gatherMs, (signedIn) => this.#write(signedIn))
  }

  /** The next sign-in there is nothing to notify the owner of. */
  knowBrowser(accountId: string, browser: string): void {
    this.background.run('browser known', () => this.profiles.rememberBrowser(accountId, browser))
  }

  /** @param ticketHash of the sign-in that a second step has finished */
  remember(
    account: AccountDocument,
    origin: Origin,
    browser: string | null,
    ticketHash: string | null,
    at: Date,
  ): Promise<void> {
    const accountId = account._id
    const block = addressBlockOf(origin.address)
    const reader = { locale: requestLocale(), timeZone: requestTimeZone() }
    const place = isNewPlace(account, block, at) ? { accountId, block, at, ...reader } : null
    return this.#signedIn.add({ finished: { accountId, browser, ticketHash, at }, place })
  }

  async #write(signedIn: readonly SignedIn[]): Promise<void> {
    await allDone([
      this.signIns.finish(signedIn.map(({ finished }) => finished)),
      this.profiles.rememberSignIns(signedIn.flatMap(({ place }) => place ?? [])),
    ])
  }
}

/** A known block is written down again once a day, so that its thirty days begin with the latest sign-in. */
function isNewPlace(account: AccountDocument, block: string, now: Date): boolean {
  const known = account.knownBlocks?.find((each) => each.block === block)
  return !known || now.getTime() >= known.at.getTime() + limits.knownBlockRefresh
}
