import type { FactorMethod, ReauthenticationNeed } from '@twinlock/shared/vocabulary'

/** What else the server says about how it can be confirmed. */
export type ConfirmDetails = {
  /** Where the company sign-in is, for users who have no other. */
  startUrl?: string
  /** The second steps that count, where the account itself is not shown. */
  methods?: readonly FactorMethod[]
}

type Request = ConfirmDetails & { needs: readonly ReauthenticationNeed[]; settle: (isConfirmed: boolean) => void }

/**
 * Where an interrupted act waits for the person to confirm that it is them. Acts that are interrupted together wait
 * for one confirmation.
 */
export type ConfirmGate = {
  ask(needs: readonly ReauthenticationNeed[], details?: ConfirmDetails): Promise<boolean>
  answer(isConfirmed: boolean): void
  current(): Request | null
  subscribe(listener: () => void): () => void
}

export function createConfirmGate(): ConfirmGate {
  const listeners = new Set<() => void>()
  let request: Request | null = null
  let waiting: Promise<boolean> | null = null
  const change = (next: Request | null) => {
    request = next
    for (const listener of listeners) listener()
  }
  return {
    ask(needs, details = {}) {
      waiting ??= new Promise((settle) => change({ needs, ...details, settle }))
      return waiting
    },
    answer(isConfirmed) {
      const settle = request?.settle
      waiting = null
      change(null)
      settle?.(isConfirmed)
    },
    current: () => request,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
