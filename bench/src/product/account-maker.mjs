import { randomBytes } from 'node:crypto'
import { base32Of } from '../harness/totp.mjs'
import { createPasswordHasher, hashToken, KeyRing, newAccount, newBackupCodes, newToken } from './inside.mjs'
import { ring } from './twinlock-process.mjs'

export const DAY = 86_400_000
export const PASSWORD = 'correct horse battery staple'

/** The cookie of a browser that every seeded account knows: the usual sign-in, which mails nobody. */
export const browserToken = newToken()

/**
 * Makes accounts as they look after some use: all with the same password, those with an app have ten backup codes.
 * @returns {Promise<(from: {email: string, name: string, networkIds: string[], hasApp?: boolean}) =>
 *   Promise<{account: object, person: {email: string, key: Buffer}}>>} the document, and what the person knows and holds
 */
export async function accountMaker() {
  const keyRing = new KeyRing(ring.keys)
  const passwordHash = await createPasswordHasher().hash(PASSWORD)
  const joined = new Date(Date.now() - 30 * DAY)
  // Bound to their owner and never opened here: the same ones for every account make documents of the usual size.
  const backupCodes = (await newBackupCodes(keyRing, 'bench')).stored
  const knownBrowsers = [hashToken(browserToken)]

  return async ({ email, name, networkIds, hasApp = true }) => {
    const key = randomBytes(20)
    const base = {
      ...newAccount({ emailKey: email, email, name, passwordHash, now: joined }),
      networkIds,
      knownBrowsers,
    }
    if (!hasApp) return { account: base, person: { email, key } }
    const sealedSecret = await keyRing.seal(base32Of(key), { owner: base._id, purpose: 'totp' })
    const app = { id: `fac_${base._id}`, sealedSecret, createdAt: joined, lastUsedAt: null }
    const confirmed = { factors: { app, sms: null }, preferredMethod: 'AUTHENTICATOR_APP' }
    return {
      account: { ...base, ...confirmed, backupCodes, backupCodesGeneratedAt: joined },
      person: { email, key },
    }
  }
}

/** A requirement that was activated then, with a day to set up. */
export function mandateOf(owner, activatedAt) {
  return {
    activationId: `act_${owner._id}`,
    activatedAt,
    activatedBy: { accountId: owner._id, name: owner.name },
    deadline: new Date(activatedAt.getTime() + DAY),
    timeZone: 'UTC',
  }
}
