import { useSyncExternalStore } from 'react'

let spoken = ''
const listeners = new Set<() => void>()

/** Tells whoever listens to the page what whoever looks at it sees: sent, copied, minutes left. */
export function announce(text: string): void {
  // A region that gets the same text again says nothing: the no-break space makes it another.
  spoken = text === spoken ? `${text}\u00a0` : text
  for (const listener of listeners) listener()
}

export function LiveRegion() {
  const text = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => spoken,
  )
  return (
    <div role="status" className="sr-only">
      {text}
    </div>
  )
}
