import { useQuery } from '@apollo/client/react'
import { lazy, Suspense, useState } from 'react'
import { Navigate, Route, Routes, useLocation } from 'react-router'
import { Loading } from '../../api/loading'
import { EmailCodeForm, type MailProgress } from '../../steps/email-code-form'
import { useFollowStep } from '../../steps/use-follow-step'
import { useTexts } from '../../texts/use-texts'
import { PageHeading } from '../../ui/page-heading'
import { Skeleton } from '../../ui/skeleton'
import { AppStep } from './app-step'
import { ChooseStep } from './choose-step'
import { CodesStep } from './codes-step'
import { DoneStep } from './done-step'
import { PasskeyStep } from './passkey-step'
import { SmsCodeStep } from './sms-code-step'
import { usePhoneDraft } from './use-phone-draft'
import { type Confirmed, SET_UP_PROGRESS, WizardProvider } from './wizard-state'

// The plans of the world's telephone numbers are larger than all the rest of the wizard.
const NumberStep = lazy(async () => ({ default: (await import('./number-step')).NumberStep }))

type Props = {
  base: string
  /** The sign-in that it belongs to; null in a session. */
  signInId?: string
  /** What the person reads while their email is still to be proved, above the code; otherwise the page’s own text. */
  emailIntro?: { title: string; line: string; sentTo: string } | undefined
  onFinish: () => void
}

/** choose → app, number and text message, or passkey → backup codes → done. Each step has an address, so Back works. */
export function Wizard({ base, signInId, emailIntro, onFinish }: Props) {
  const { pathname, search } = useLocation()
  const { data, error, refetch, startPolling, stopPolling } = useQuery(SET_UP_PROGRESS, {
    fetchPolicy: 'network-only',
    nextFetchPolicy: 'cache-first',
  })
  const phoneDraft = usePhoneDraft(`${base}/sms`)
  const [confirmed, setConfirmed] = useState<Confirmed | null>(null)
  const [factorsBefore, setFactorsBefore] = useState<readonly string[] | null>(null)
  const [wasFirst, setWasFirst] = useState<boolean | null>(null)
  if (!data) {
    return <Loading error={error} onRetry={refetch} lines={4} />
  }
  // Confirming the first method makes it no longer the first, and the steps must not change their number for that; nor
  // for a reload at the codes, which come with the first alone.
  const isFirst = wasFirst ?? (!data.viewer?.twoFactor.isOn || pathname === `${base}/codes`)
  if (wasFirst === null) setWasFirst(isFirst)
  const watch = { startPolling, stopPolling }
  const { mailboxProofRequired, mailboxCodeDelivery, mailboxResendAvailableAt } = data.setUpProgress
  const factorIds = data.viewer?.twoFactor.factors.map(({ id }) => id) ?? []
  if (factorsBefore === null) setFactorsBefore(factorIds)
  if (mailboxProofRequired && !confirmed) {
    const mail = { delivery: mailboxCodeDelivery, resendAvailableAt: mailboxResendAvailableAt, watch, refetch }
    return <EmailStep signInId={signInId ?? null} intro={emailIntro} mail={mail} />
  }
  const ofWizard = {
    base,
    search,
    progress: data,
    refetch,
    watch,
    isFirst,
    factorsBefore: factorsBefore ?? factorIds,
    onFinish,
  }
  const state = { ...ofWizard, ...phoneDraft, confirmed, setConfirmed }
  return (
    <WizardProvider value={state}>
      <Suspense fallback={<Skeleton lines={4} />}>
        <Routes>
          <Route index element={<ChooseStep />} />
          <Route path="app" element={<AppStep />} />
          <Route path="sms" element={<NumberStep />} />
          <Route path="sms/code" element={<SmsCodeStep />} />
          <Route path="passkey" element={<PasskeyStep />} />
          <Route path="codes" element={<CodesStep />} />
          <Route path="done" element={<DoneStep />} />
          <Route path="*" element={<Navigate to={base + search} replace />} />
        </Routes>
      </Suspense>
    </WizardProvider>
  )
}

type EmailProps = {
  signInId: string | null
  intro: { title: string; line: string; sentTo: string } | undefined
  mail: MailProgress
}

/** A user who has only given a password proves their email first: a stolen password alone must not set up a phone. */
function EmailStep({ signInId, intro, mail }: EmailProps) {
  const t = useTexts('setUp').email
  const follow = useFollowStep()
  return (
    <>
      <PageHeading>{intro?.title ?? t.title}</PageHeading>
      <p className="mt-2 mb-6 text-muted">{intro?.line ?? t.line}</p>
      <EmailCodeForm
        signInId={signInId}
        sentTo={intro?.sentTo ?? null}
        mail={mail}
        onStep={async (step) => {
          // Proved: the same sign-in or session goes on, and the wizard is open.
          if (step.__typename !== 'SetUpRequired' && step.__typename !== 'SignedIn') return follow(step)
          await mail.refetch()
          return undefined
        }}
      />
    </>
  )
}
