import { useState } from 'react'
import { tokenOfAddress, useCleanAddress } from '../../../steps/link-token'

const STORAGE_KEY = 'twinlock.invitation'
/** Longer than a sign-up, a sign-in or a new password by mail takes. */
const KEPT_FOR = 2 * 60 * 60_000

/**
 * The token of the link, taken out of the address at once. It waits in this browser while the person signs in or up, or
 * chooses a new password by a mailed link, which opens in another tab. In an address it would be copied, bookmarked, or
 * sent to the server by a reload.
 */
export function useInvitationToken(): { token: string; forget: () => void } {
  const [token] = useState(() => {
    const ofAddress = tokenOfAddress()
    if (ofAddress) keep(ofAddress)
    return ofAddress || kept()
  })
  useCleanAddress()
  return { token, forget: () => keep(null) }
}

function keep(token: string | null): void {
  try {
    if (token === null) localStorage.removeItem(STORAGE_KEY)
    else localStorage.setItem(STORAGE_KEY, JSON.stringify({ token, until: Date.now() + KEPT_FOR }))
  } catch {
    // Storage is barred in this browser: the person opens the link once more after signing in.
  }
}

function kept(): string {
  try {
    const { token, until } = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as { token?: string; until?: number }
    return token && until && Date.now() < until ? token : ''
  } catch {
    return ''
  }
}
