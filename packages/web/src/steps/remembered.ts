/** Remembers a text in this browser, for all of its tabs; null: no more. */
export function remember(key: string, text: string | null, lifetime = 0): void {
  try {
    if (text === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify({ text, until: Date.now() + lifetime }))
  } catch {
    // Storage is barred in this browser: what was to be remembered is asked again.
  }
}

/** @returns what is remembered still, or nothing */
export function recall(key: string): string {
  try {
    const { text, until } = JSON.parse(localStorage.getItem(key) ?? '{}') as { text?: string; until?: number }
    return text && until && Date.now() < until ? text : ''
  } catch {
    return ''
  }
}
