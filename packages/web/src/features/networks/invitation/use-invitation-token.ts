import { useEffect, useState } from 'react'

const STORAGE_KEY = 'twinlock.invitation'

/**
 * The token of the link, taken out of the address at once. It waits in this tab while the person signs in or up: in an
 * address it would be copied, bookmarked, or sent to the server by a reload.
 */
export function useInvitationToken(): { token: string; forget: () => void } {
  const [token] = useState(() => {
    const ofAddress = new URLSearchParams(window.location.hash.slice(1)).get('token')
    if (ofAddress) keep(ofAddress)
    return ofAddress ?? kept()
  })
  useEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  return { token, forget: () => keep(null) }
}

function keep(token: string | null): void {
  try {
    if (token === null) sessionStorage.removeItem(STORAGE_KEY)
    else sessionStorage.setItem(STORAGE_KEY, token)
  } catch {
    // Storage is barred in this browser: the person opens the link once more after signing in.
  }
}

function kept(): string {
  try {
    return sessionStorage.getItem(STORAGE_KEY) ?? ''
  } catch {
    return ''
  }
}
