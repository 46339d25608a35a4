const CHANNEL = 'twinlock-company-confirmation'
export const CONFIRMED_PLACE = '/sign-in/sso/confirmed'

/** The windows of one browser hear each other, also where the one that opened the other was cut off from it. */
export function announceConfirmed(): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage('confirmed')
  channel.close()
}

/** @returns stops listening */
export function onConfirmed(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = listener
  return () => channel.close()
}
