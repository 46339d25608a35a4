import { createHash } from 'node:crypto'
import type { Shown } from './verification.model.js'

/**
 * What a result vouches for: SHA-256, base64url, of app, reason, amount and payee, each on a line of its own, empty
 * where there was none. Each of them is one line, so no two askings come to the same text.
 */
export function shownHashOf({ app, reason, amount, payee }: Shown): string {
  return createHash('sha256')
    .update([app, reason, amount ?? '', payee ?? ''].join('\n'))
    .digest('base64url')
}
