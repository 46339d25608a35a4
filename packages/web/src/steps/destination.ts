import { limits } from '@twinlock/shared/limits'

const STORAGE_KEY = 'twinlock.destination'

/**
 * Remembers where a sign-in was going while the person is away from it: a mailed link opens in a new tab, without
 * the address of the one that requested it. Stored for as long as that link works.
 */
export function rememberDestination(search: string): void {
  const next = new URLSearchParams(search).get('next')
  try {
    if (!next) localStorage.removeItem(STORAGE_KEY)
    else localStorage.setItem(STORAGE_KEY, JSON.stringify({ next, until: Date.now() + limits.resetLinkLifetime }))
  } catch {
    // Storage is barred in this browser: the sign-in leads to the networks.
  }
}

/** The `?next=` of a remembered destination, or nothing. */
export function rememberedDestination(): string {
  try {
    const { next, until } = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as { next?: string; until?: number }
    return next && until && Date.now() < until ? `?next=${encodeURIComponent(next)}` : ''
  } catch {
    return ''
  }
}
