type TabChannel<Message> = {
  /** To the other tabs. */
  post: (message: Message) => void
  /** @returns stops listening */
  subscribe: (listener: (message: Message) => void) => () => void
}

/** The tabs and windows of one browser hear each other, also where one was cut off from the one that opened it. */
export function tabChannel<Message>(name: string): TabChannel<Message> {
  return {
    post(message) {
      const channel = new BroadcastChannel(name)
      channel.postMessage(message)
      channel.close()
    },
    subscribe(listener) {
      const channel = new BroadcastChannel(name)
      channel.onmessage = ({ data }: MessageEvent<Message>) => listener(data)
      return () => channel.close()
    },
  }
}

/** A sign-in has begun in a tab; one that another tab still shows was replaced by it. */
export const signInBegun = tabChannel<string>('twinlock-sign-in')

/** The window that was opened for a company sign-in has come back from it. */
export const companyConfirmed = tabChannel<true>('twinlock-company-confirmation')
