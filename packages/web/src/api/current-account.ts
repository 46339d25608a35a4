import { tabChannel } from './tab-channel'

const otherTabs = tabChannel<{ account: string | null; page: string }>('twinlock-account')
/** A channel also hears its own page. */
const PAGE = `${Date.now()}-${Math.random()}`

/** What happened to the account of this tab elsewhere in the browser. */
export type AccountChange = 'changed' | 'signed-out'

type Listener = (change: AccountChange) => void

/** The account that this tab shows; null before the user is known. */
let account: string | null = null
const listeners = new Set<Listener>()

export const currentAccount = (): string | null => account

/** This tab has learned who is signed in (null: nobody any more), and the other tabs of the browser hear of it. */
export function learnAccount(id: string | null): void {
  if (id === account) return
  account = id
  otherTabs.post({ account: id, page: PAGE })
}

/** The server has said that the browser is signed in to another account than this tab shows. */
export function reportAccountChanged(): void {
  for (const listener of listeners) listener('changed')
}

/** Forgets whose pages this tab showed: it goes on as the user who is signed in now. */
export function forgetAccount(): void {
  account = null
}

/** Hears when another tab signs in to another account, or signs out of this one. @returns stops listening */
export function onAccountChange(listener: Listener): () => void {
  const stop = otherTabs.subscribe((message) => {
    if (message.page === PAGE) return
    if (account !== null && message.account !== account) listener(message.account === null ? 'signed-out' : 'changed')
  })
  listeners.add(listener)
  return () => {
    stop()
    listeners.delete(listener)
  }
}
