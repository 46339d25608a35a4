import type { Locale } from '@twinlock/shared/locales'
import { noAttempts } from '../domain/attempt-limit.js'
import { newId } from '../platform/crypto/tokens.js'
import type { AccountDocument } from './account.model.js'
import { noFactors, noSetUps } from './account-factors.js'

/** An account as it begins: confirmed, without a second step, in no network. */
export function newAccount(from: {
  emailKey: string
  email: string
  name: string
  passwordHash: string | null
  now: Date
  locale?: Locale | undefined
}): AccountDocument {
  return {
    _id: newId('acc'),
    emailKey: from.emailKey,
    email: from.email,
    name: from.name,
    ...(from.locale ? { locale: from.locale } : {}),
    passwordHash: from.passwordHash,
    createdAt: from.now,
    epoch: 0,
    networkIds: [],
    knownBrowsers: [],
    resetLink: null,
    heldEmailKeys: [from.emailKey],
    factors: noFactors(),
    preferredMethod: null,
    lastTotpStep: null,
    backupCodes: [],
    backupCodesGeneratedAt: null,
    setUps: noSetUps(),
    attempts: { ...noAttempts, recent: [] },
    events: [],
  }
}
