import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { hashToken, isSameText, isToken, newId, newToken } from '../../platform/crypto/tokens.js'
import { rateLimited } from '../../platform/errors/interruption.js'
import { RateLimitStore } from '../../platform/mongo/rate-limit.store.js'
import type { SessionCaller } from '../../sessions/caller.js'
import { SmsCodeService } from '../../two-factor/sms/sms-code.service.js'
import { ExportStore } from './export.store.js'

/** Everything that is stored about a person, for them: by a mailed link, in a session that is surely theirs. */
export class ExportService {
  constructor(
    private readonly store = inject(ExportStore),
    private readonly smsCodes = inject(SmsCodeService),
    private readonly rateLimits = inject(RateLimitStore),
    private readonly outbox = inject(Outbox),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  /** @throws Interruption RATE_LIMITED when the mailbox has had its links for now */
  async request({ account }: SessionCaller, origin: Origin): Promise<void> {
    const now = this.clock.now()
    if (await this.rateLimits.take(`mail:export:${account._id}`, limits.mailsPerMailbox, now)) throw rateLimited()
    const token = newToken()
    const expiresAt = new Date(now.getTime() + limits.exportLinkLifetime)
    const event = { type: 'account.export_requested' as const, ...eventOf(account, origin, now) }
    await this.store.setLink(account._id, { tokenHash: hashToken(token), expiresAt }, event)
    await this.outbox.put([
      outgoing('export-link', { id: newId('msg'), to: account.email, props: { token, expiresAt, origin } }),
    ])
    await this.relay.dispatch('accounts', account._id)
  }

  /** The link counts until it expires, for the account that requested it. @returns null when it does not count */
  async export({ account }: SessionCaller, token: string): Promise<string | null> {
    const link = account.exportLink
    const counts =
      link && isToken(token) && isSameText(link.tokenHash, hashToken(token)) && this.clock.now() < link.expiresAt
    if (!counts) return null
    const phone = await this.smsCodes.numberOf(account)
    return JSON.stringify(await this.store.everythingOf(account, phone?.e164 ?? null), null, 2)
  }
}
