import type { OperationVariables, TypedDocumentNode } from '@apollo/client'
import type { CodeDelivery } from '@twinlock/shared/vocabulary'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Failure } from '../api/failure'
import { FailureCallout } from '../api/failure-callout'
import { useActOn } from '../api/use-act'
import { graphql } from '../generated/gql'
import type { SendCodeFieldsFragment } from '../generated/graphql'
import { useTexts } from '../texts/use-texts'
import { serverNow } from '../time/server-clock'
import { useMoments } from '../time/use-moments'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Countdown } from '../ui/countdown'
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
    ...TooManyTries
    ...EndedSignIn
  }
`)

/** What has a code sent: to a phone or an inbox, in the name of a sign-in, a session, a set-up or another system. */
export type SendCode<Variables> = TypedDocumentNode<Record<string, SendCodeFieldsFragment>, Variables>

export type SentCodeOptions = {
  sentTo?: string | null
  /** When another may be requested; null: at once. */
  retryAt?: string | null
  /** As soon as it appears: nobody should have to ask for what they wait for. */
  sendsItself?: boolean
  onAnswer?: (answer: SendCodeFieldsFragment) => unknown
}
export type SentCode = {
  sentTo: string | null
  retryAt: string | null
  problem: string | null
  /** When this page had it sent; null while it has not. */
  sentAt: string | null
  send: () => void
  isBusy: boolean
  failure: Failure | null
}

/** A code on its way: where to, when again, and what went wrong. */
export function useSentCode<Variables extends OperationVariables>(
  request: SendCode<Variables>,
  variables: Variables,
  { sentTo = null, retryAt = null, sendsItself = false, onAnswer }: SentCodeOptions = {},
): SentCode {
  const t = useTexts('common')
  const moments = useMoments()
  const { run, isBusy, failure } = useActOn(request, variables)
  const [state, setState] = useState({ sentTo, retryAt, problem: null as string | null, sentAt: null as string | null })
  const send = async () => {
    const answer = await run()
    switch (answer?.__typename) {
      case 'CodeSent': {
        const sentAt = new Date(serverNow()).toISOString()
        setState({ sentTo: answer.sentTo, retryAt: answer.resendAvailableAt, problem: null, sentAt })
        announce(t.sent({ to: answer.sentTo }))
        break
      }
      case 'SendCodeTooSoon':
        setState((known) => ({ ...known, retryAt: answer.retryAt, problem: null }))
        break
      case 'TooManyAttempts':
        setState((known) => ({ ...known, problem: t.code.tooMany({ moment: moments.soon(answer.retryAt) }) }))
        break
      case 'DeliveryFailed':
        setState((known) => ({ ...known, problem: t.send.failed }))
    }
    try {
      if (answer) await onAnswer?.(answer)
    } catch {
      // A query that is asked again shows its own failure, where it stands.
    }
  }
  const mustSend = useRef(sendsItself)
  useEffect(() => {
    // Taken out before it runs: effects run twice in development.
    if (mustSend.current) void send()
    mustSend.current = false
  })
  return { ...state, send: () => void send(), isBusy, failure }
}

/** Asks the server again and again, and stops. */
export type DeliveryWatch = { startPolling: (everyMs: number) => void; stopPolling: () => void }
export type Delivery = {
  /** Null: none was requested. */
  state: CodeDelivery | null
  watch: DeliveryWatch
  late: string
  failed: string
}
type Props = { sent: SentCode; delivery?: Delivery | undefined }

/** How far the code is, and another once it may be sent. The time that is left stands beside the button, never in its name. */
export function SendAgain({ sent, delivery }: Props) {
  const t = useTexts('common')
  const moments = useMoments()
  const [endedAt, setEndedAt] = useState<string | null>(null)
  const { retryAt, sentAt, problem } = sent
  const isWaiting = retryAt !== null && retryAt !== endedAt && Date.parse(retryAt) > serverNow()
  return (
    <div className="space-y-3">
      <FailureCallout failure={sent.failure} />
      <Callout tone="danger" isUrgent>
        {problem}
      </Callout>
      {delivery && !problem ? <DeliveryState {...delivery} /> : null}
      {sentAt && !problem ? <p className="text-muted">{t.sentAt({ moment: moments.soon(sentAt) })}</p> : null}
      <p className="flex min-h-11 flex-wrap items-center gap-x-3 text-muted">
        {isWaiting ? (
          <span>
            {t.sendAgainIn} <Countdown until={retryAt} onEnd={() => setEndedAt(retryAt)} />
          </span>
        ) : (
          <Button kind="quiet" isInert={sent.isBusy} onClick={sent.send}>
            {t.sendAgain}
          </Button>
        )}
      </p>
    </div>
  )
}

const WATCH_EVERY = 3_000

/** Asks how far a code has come until it is sent, and says when it is late or will not come. */
function DeliveryState({ state, watch: { startPolling, stopPolling }, late, failed }: Delivery): ReactNode {
  const isOnItsWay = state === 'QUEUED' || state === 'DELAYED'
  useEffect(() => {
    if (!isOnItsWay) return
    startPolling(WATCH_EVERY)
    return stopPolling
  }, [isOnItsWay, startPolling, stopPolling])
  if (state !== 'DELAYED' && state !== 'FAILED') return null
  return (
    <Callout tone={state === 'FAILED' ? 'danger' : 'time'} isUrgent>
      {state === 'FAILED' ? failed : late}
    </Callout>
  )
}
