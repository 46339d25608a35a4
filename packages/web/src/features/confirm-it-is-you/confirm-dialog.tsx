import { useApolloClient, useQuery } from '@apollo/client/react'
import type { ReauthenticationNeed } from '@twinlock/shared/vocabulary'
import { useEffect, useRef, useState } from 'react'
import type { ConfirmDetails } from '../../api/confirm-gate'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { companyConfirmed } from '../../api/tab-channel'
import { graphql } from '../../generated/gql'
import { EmailCodeForm } from '../../steps/email-code-form'
import { withQuery } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Skeleton } from '../../ui/skeleton'
import { ConfirmationSecondStep, type TwoFactor } from './confirmation-second-step'
import { PasswordStep } from './password-step'

const WHO = graphql(`
  query WhoConfirms {
    viewer {
      id
      email
      twoFactor {
        id
        preferredMethod
        maskedPhoneNumber
        backupCodesLeft
        factors {
          id
          method
        }
      }
    }
  }
`)

type Props = {
  request: ConfirmDetails & { needs: readonly ReauthenticationNeed[] }
  onSettled: (isConfirmed: boolean) => void
}

/** Asks for what is not fresh any more, one thing at a time, then lets the interrupted act go on. */
export function ConfirmDialog({ request, onSettled }: Props) {
  const t = useTexts('common').confirm
  const [open, setOpen] = useState(request.needs)
  const client = useApolloClient()
  const { data, error } = useQuery(WHO)
  const proceed = (stillOpen: readonly ReauthenticationNeed[]) => {
    if (stillOpen.length === 0) onSettled(true)
    else setOpen(stillOpen)
  }
  const viewer = data?.viewer
  const asked = open[0]
  return (
    <Dialog title={t.title} onClose={() => onSettled(false)}>
      {viewer ? null : error ? <FailureCallout failure={failureOf(error)} /> : <Skeleton lines={2} />}
      {viewer && asked === 'PASSWORD' ? (
        <PasswordStep email={viewer.email} onProceed={proceed} onLeave={() => onSettled(false)} />
      ) : null}
      {viewer && asked === 'SECOND_STEP' ? (
        <ConfirmationSecondStep
          twoFactor={shownTo(viewer.twoFactor, request.methods)}
          // Where the act named the methods it is content with this step; what else the account's own sign-in would lack
          // is not asked for.
          onProceed={(stillOpen) => proceed(request.methods ? open.slice(1) : stillOpen)}
          onBackupCodeSpent={() => void client.query({ query: WHO, fetchPolicy: 'network-only' })}
        />
      ) : null}
      {viewer && asked === 'SSO' && request.startUrl ? (
        <CompanyStep startUrl={request.startUrl} onConfirm={() => proceed(open.slice(1))} />
      ) : null}
      {viewer && asked === 'MAILBOX' ? (
        <EmailCodeForm
          signInId={null}
          sentTo={null}
          onStep={async (step) => {
            if (step.__typename === 'SignedIn' || step.__typename === 'SetUpRequired') proceed(open.slice(1))
            else if (step.__typename === 'SignInExpired') onSettled(false)
            else if (step.__typename !== 'SecondStepRequired') return step
            return undefined
          }}
        />
      ) : null}
    </Dialog>
  )
}

/** After a sign-in through the company alone the account's methods are not shown: the network's refusal names those that count. */
function shownTo(twoFactor: TwoFactor, methods: ConfirmDetails['methods'] = []): TwoFactor {
  if (twoFactor.factors.length > 0) return twoFactor
  const factors = methods.map((method) => ({ __typename: 'Factor' as const, id: method, method }))
  return { ...twoFactor, factors, preferredMethod: methods[0] ?? null }
}

type CompanyProps = { startUrl: string; onConfirm: () => void }

/** Confirms at the company sign-in, in a window of its own: what was typed here waits. */
function CompanyStep({ startUrl, onConfirm }: CompanyProps) {
  const t = useTexts('common').confirm
  const latest = useRef(onConfirm)
  useEffect(() => {
    latest.current = onConfirm
  })
  useEffect(() => companyConfirmed.subscribe(() => latest.current()), [])
  const open = () => {
    const opened = window.open(
      withQuery(startUrl, { next: '/sign-in/sso/confirmed' }),
      '_blank',
      'popup,width=520,height=720',
    )
    // Where the browser allows no second window, this one goes and comes back.
    if (!opened)
      window.location.assign(withQuery(startUrl, { next: window.location.pathname + window.location.search }))
  }
  return (
    <div className="space-y-5">
      <p>{t.company}</p>
      <Button kind="primary" isWide onClick={open}>
        {t.companyButton}
      </Button>
    </div>
  )
}
