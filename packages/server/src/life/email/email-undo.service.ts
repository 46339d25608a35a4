import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { AccountDocument } from '../../accounts/account.model.js'
import { noSetUps } from '../../accounts/account-factors.js'
import { canUndo, codesAfterUndo } from '../../domain/email-undo.js'
import type { Origin } from '../../events/event.types.js'
import { eventOf } from '../../events/event-frame.js'
import { EventRelay } from '../../events/event-relay.js'
import { outgoing } from '../../notifications/outgoing.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { PasswordHasher } from '../../platform/crypto/password-hasher.js'
import { idInSigned, signedIdOf } from '../../platform/crypto/signed-id.js'
import { hashToken, newId, newToken } from '../../platform/crypto/tokens.js'
import { RestingOwnersStore } from '../deletion/resting-owners.store.js'
import { EmailChangeStore } from './email-change.store.js'

export type UndoOutcome = { kind: 'undone'; email: string } | { kind: 'link-expired' }

const PURPOSE = 'email-undo'

/** What the link to the former address carries. */
export function undoTokenOf(keyRing: KeyRing, undoId: string): string {
  return signedIdOf(keyRing, undoId, PURPOSE)
}

/**
 * Returns an account to the owner of its former address. The person who changed the address may still know the password
 * and have their own sessions, devices, keys and methods: none survives the undo. It opens no session: the owner
 * chooses a new password by mail, and then does the second step that the account had before.
 */
export class EmailUndoService {
  constructor(
    private readonly store = inject(EmailChangeStore),
    private readonly hasher = inject(PasswordHasher),
    /** Makes an OWNER again of an account whose deletion is cancelled. */
    private readonly restingOwners = inject(RestingOwnersStore),
    private readonly outbox = inject(Outbox),
    private readonly keyRing = inject(KeyRing),
    private readonly relay = inject(EventRelay),
    private readonly clock = inject(Clock),
  ) {}

  async undo(token: string, origin: Origin): Promise<UndoOutcome> {
    const undoId = idInSigned(this.keyRing, token, PURPOSE)
    if (!undoId) return { kind: 'link-expired' }
    // Nobody knows it: a sign-in fails until the owner has chosen another.
    const passwordHash = await this.hasher.hash(newToken())
    for (;;) {
      const account = await this.store.byUndoId(undoId)
      const now = this.clock.now()
      if (!account?.emailUndo || !canUndo(account.emailUndo, now)) return { kind: 'link-expired' }
      const { email } = account.emailUndo
      const resetToken = newToken()
      const resetLink = {
        tokenHash: hashToken(resetToken),
        expiresAt: new Date(now.getTime() + limits.resetLinkLifetime),
      }
      const restored = { ...restoredBy(account, now), passwordHash, resetLink }
      const event = {
        type: 'account.email_restored' as const,
        ...eventOf({ ...account, email, emailUndo: null }, origin, now),
      }
      if (!(await this.store.undo(account, undoId, restored, event))) continue
      await this.outbox.put([
        outgoing('password-reset-link', {
          id: newId('msg'),
          to: email,
          props: { token: resetToken, expiresAt: resetLink.expiresAt, origin },
        }),
      ])
      if (account.deletion) await this.restingOwners.restore(account._id)
      this.relay.dispatchSoon('accounts', account._id)
      return { kind: 'undone', email }
    }
  }
}

/** Everything that an undo puts back, or ends. Accepted TOTP steps stay accepted: none is ever good twice. */
function restoredBy(account: AccountDocument, now: Date): Partial<AccountDocument> {
  const { emailUndo: undo } = account
  if (!undo) return {}
  const codes = codesAfterUndo(account.backupCodes, account.backupCodesGeneratedAt, undo.backupCodesGeneratedAt)
  return {
    email: undo.email,
    emailKey: undo.emailKey,
    heldEmailKeys: [undo.emailKey],
    factors: undo.factors,
    preferredMethod: undo.preferredMethod,
    backupCodes: [...codes],
    backupCodesGeneratedAt: codes.length > 0 ? undo.backupCodesGeneratedAt : null,
    setUps: noSetUps(),
    reEnrolmentGrants: [],
    knownBrowsers: [],
    emailChange: null,
    emailUndo: null,
    secondStepBefore: null,
    exportLink: null,
    deletion: null,
    keysEndedAt: now,
  }
}
