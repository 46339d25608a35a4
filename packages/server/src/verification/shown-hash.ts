import { createHash } from 'node:crypto'
import type { Shown } from './verification.model.js'

/**
 * Identifies what the member was shown: the SHA-256, base64url, of app, reason, amount and payee, one per line, empty if
 * absent. Each is a single line, so different requests never produce the same text.
 */
export function shownHashOf({ app, reason, amount, payee }: Shown): string {
  return createHash('sha256')
    .update([app, reason, amount ?? '', payee ?? ''].join('\n'))
    .digest('base64url')
}
