import { useApolloClient, useQuery } from '@apollo/client/react'
import type { ReauthenticationNeed } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import type { ConfirmDetails } from '../../api/confirm-gate'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { graphql } from '../../generated/gql'
import { EmailCodeForm } from '../../steps/email-code-form'
import { useTexts } from '../../texts/use-texts'
import { Dialog } from '../../ui/dialog'
import { Skeleton } from '../../ui/skeleton'
import { CompanyStep } from './company-step'
import { PasswordStep } from './password-step'
import { SecondStep, type TwoFactor } from './second-step'

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
        <SecondStep
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
