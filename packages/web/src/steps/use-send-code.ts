import { useCallback, useState } from 'react'
import { graphql } from '../generated/gql'
import type { SendCodeFieldsFragment } from '../generated/graphql'
import { useTexts } from '../texts/use-texts'
import { serverNow } from '../time/server-clock'
import { useMoments } from '../time/use-moments'
import { announce } from '../ui/toast'

graphql(`
  fragment SendCodeFields on SendCodeResult {
    ... on CodeSent {
      sentTo
      expiresAt
      resendAvailableAt
    }
    ... on SendCodeTooSoon {
      retryAt
    }
    ... on TooManyAttempts {
      retryAt
    }
    ... on SignInExpired {
      wasReplaced
    }
  }
`)

export type SentCode = {
  sentTo: string | null
  /** When another may be requested; null: at once. */
  retryAt: string | null
  problem: string | null
  /** When this page had it sent; null while it has not. */
  sentAt: string | null
}

type SendCode = SentCode & {
  /** @returns whether it was sent; `replaced` or `over`: the sign-in that it was for is gone. */
  send(request: () => Promise<SendCodeFieldsFragment | undefined>): Promise<'sent' | 'refused' | 'over' | 'replaced'>
}

/** The state of a code on its way to a phone or an inbox: where to, when again, and what went wrong. */
export function useSendCode(initial: Partial<SentCode> = {}): SendCode {
  const t = useTexts('common')
  const moments = useMoments()
  const [state, setState] = useState<SentCode>({ sentTo: null, retryAt: null, problem: null, sentAt: null, ...initial })
  const send = useCallback<SendCode['send']>(
    async (request) => {
      const answer = await request()
      switch (answer?.__typename) {
        case 'CodeSent':
          setState({
            sentTo: answer.sentTo,
            retryAt: answer.resendAvailableAt,
            problem: null,
            sentAt: new Date(serverNow()).toISOString(),
          })
          announce(t.sent({ to: answer.sentTo }))
          return 'sent'
        case 'SendCodeTooSoon':
          setState((known) => ({ ...known, retryAt: answer.retryAt, problem: null }))
          return 'refused'
        case 'TooManyAttempts':
          setState((known) => ({ ...known, problem: t.code.tooMany({ moment: moments.soon(answer.retryAt) }) }))
          return 'refused'
        case 'DeliveryFailed':
          setState((known) => ({ ...known, problem: t.send.failed }))
          return 'refused'
        case 'SignInExpired':
          return answer.wasReplaced ? 'replaced' : 'over'
        case undefined:
          return 'refused'
      }
    },
    [t, moments],
  )
  return { ...state, send }
}
