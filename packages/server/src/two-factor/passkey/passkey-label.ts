import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'

/** One visible line without control or direction characters. Truncated, not rejected: the passkey already exists. */
export function passkeyLabelOf(typed: string | null | undefined, device: string): string {
  const line = (typed ?? '')
    .normalize('NFC')
    .replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  const kept = [...line].slice(0, limits.passkeys.labelLength).join('').trim()
  return isVisible(kept) ? kept : device
}
