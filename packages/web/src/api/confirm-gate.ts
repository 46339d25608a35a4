import type { ReauthenticationNeed } from '@twinlock/shared/vocabulary'

type Request = { needs: readonly ReauthenticationNeed[]; settle: (isConfirmed: boolean) => void }

/**
 * Where an interrupted act waits for the person to confirm that it is them. Acts that are interrupted together wait
 * for one confirmation.
 */
export type ConfirmGate = {
  ask(needs: readonly ReauthenticationNeed[]): Promise<boolean>
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
    ask(needs) {
      waiting ??= new Promise((settle) => change({ needs, settle }))
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
