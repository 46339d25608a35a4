import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../accounts/account.model.js'
import { ProfileStore } from '../accounts/profile.store.js'
import type { Origin } from '../events/event.types.js'
import { addressBlockOf } from '../platform/http/addresses.js'
import { requestLocale, requestTimeZone } from '../platform/http/request-locale.js'
import { Background } from '../platform/jobs/background.js'
import { SignInStore } from './sign-in.store.js'

/** Where an account was signed in to: what comes from there again is no surprise to its owner. */
export class KnownPlacesService {
  constructor(
    private readonly signIns = inject(SignInStore),
    private readonly profiles = inject(ProfileStore),
    private readonly background = inject(Background),
  ) {}

  /** The next sign-in there is nothing to notify the owner of. */
  knowBrowser(accountId: string, browser: string): void {
    this.background.run('browser known', () => this.profiles.rememberBrowser(accountId, browser))
  }

  /** @param ticketHash of the sign-in that a second step has finished */
  async remember(
    account: AccountDocument,
    origin: Origin,
    browser: string | null,
    ticketHash: string | null,
    now: Date,
  ): Promise<void> {
    if (browser || ticketHash) await this.signIns.finishedIn(account._id, browser, ticketHash, now)
    const block = addressBlockOf(origin.address)
    if (!isNewPlace(account, block, now)) return
    const reader = { locale: requestLocale(), timeZone: requestTimeZone() }
    await this.profiles.rememberSignIn(account._id, { block, at: now, ...reader })
  }
}

/** A known block is written down again once a day, so that its thirty days begin with the latest sign-in. */
function isNewPlace(account: AccountDocument, block: string, now: Date): boolean {
  const known = account.knownBlocks?.find((each) => each.block === block)
  return !known || now.getTime() >= known.at.getTime() + limits.knownBlockRefresh
}
