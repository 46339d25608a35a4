const CHANNEL = 'twinlock-sign-in'

/** A sign-in has begun in this tab; one that another tab of the browser still shows was replaced by it. */
export function announceSignInBegun(signInId: string): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(signInId)
  channel.close()
}

/** @returns stops listening */
export function onSignInBegun(listener: (signInId: string) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }: MessageEvent<string>) => listener(data)
  return () => channel.close()
}
