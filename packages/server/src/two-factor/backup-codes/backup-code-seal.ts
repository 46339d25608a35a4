import { randomBytes } from 'node:crypto'
import type { AccountDocument, StoredBackupCode } from '../../accounts/account.model.js'
import { makeBackupCodes } from '../../domain/backup-codes.js'
import type { KeyRing } from '../../platform/crypto/key-ring.js'
import { newId } from '../../platform/crypto/tokens.js'

const contextOf = (accountId: string) => ({ owner: accountId, purpose: 'backup-code' })

/** A new sheet: each code sealed, to show it again, beside a keyed hash, to use it. */
export async function newBackupCodes(
  keyRing: KeyRing,
  accountId: string,
): Promise<{ plain: string[]; stored: StoredBackupCode[] }> {
  const plain = makeBackupCodes(randomBytes)
  const stored = await Promise.all(
    plain.map(async (code) => ({
      id: newId('bc'),
      mac: keyRing.mac(code, contextOf(accountId)),
      sealed: await keyRing.seal(code, contextOf(accountId)),
      usedAt: null,
    })),
  )
  return { plain, stored }
}

/** The hashes a code may be stored under, one for each key of the ring. */
export function macOfBackupCode(keyRing: KeyRing, accountId: string, code: string): string[] {
  return keyRing.macs(code, contextOf(accountId))
}

/** The sheet as its owner sees it, used ones with their date. */
export async function openBackupCodes(
  keyRing: KeyRing,
  account: AccountDocument,
): Promise<{ code: string; usedAt: Date | null }[]> {
  return Promise.all(
    account.backupCodes.map(async ({ sealed, usedAt }) => ({
      code: await keyRing.open(sealed, contextOf(account._id)),
      usedAt,
    })),
  )
}
