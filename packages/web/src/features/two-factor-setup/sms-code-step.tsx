import { useCallback } from 'react'
import { Link, Navigate, useNavigate } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { SetUpProgressQuery } from '../../generated/graphql'
import { CodeDeliveryState } from '../../steps/code-delivery-state'
import { SendAgain } from '../../steps/send-again'
import { useSendCode } from '../../steps/use-send-code'
import { useTexts } from '../../texts/use-texts'
import { CodeForm } from '../../ui/code-form'
import { StepHeading } from './step-heading'
import { useConfirmed } from './use-confirmed'
import type { SmsStepState } from './use-phone-draft'
import { stepAfter, useWizard } from './wizard-state'

const CONFIRM_SMS_SETUP = graphql(`
  mutation ConfirmSmsSetup($input: ConfirmSetupInput!) {
    confirmSmsSetup(input: $input) {
      ...ConfirmSetupFields
    }
  }
`)

const RESEND_SMS_SETUP_CODE = graphql(`
  mutation ResendSmsSetupCode($setupId: ID!) {
    resendSmsSetupCode(setupId: $setupId) {
      ...SendCodeFields
    }
  }
`)

export function SmsCodeStep() {
  const { base, search, progress, confirmed } = useWizard()
  if (confirmed?.method === 'SMS') return <Navigate to={`${base}/${stepAfter(confirmed)}${search}`} replace />
  const { sms } = progress.setUpProgress
  if (!sms) return <Navigate to={`${base}/sms${search}`} replace />
  return <TypeCode key={sms.setupId} setup={sms} />
}

function TypeCode({ setup }: { setup: NonNullable<SetUpProgressQuery['setUpProgress']['sms']> }) {
  const {
    sms: t,
    number: { another },
  } = useTexts('setUp')
  const common = useTexts('common')
  const navigate = useNavigate()
  const { base, search, phone, watch, refetch } = useWizard()
  const confirming = useAct(CONFIRM_SMS_SETUP)
  const resending = useAct(RESEND_SMS_SETUP_CODE)
  const sent = useSendCode({ sentTo: setup.phoneNumber, retryAt: setup.resendAvailableAt })
  const take = useConfirmed('SMS')
  const { setupId } = setup
  const { run } = confirming
  const confirm = useCallback(
    async (code: string) => {
      const answer = (await run({ input: { setupId, code } }))?.confirmSmsSetup
      return take(answer, t.expired)
    },
    [setupId, run, take, t],
  )
  const send = async () => {
    const outcome = await sent.send(async () => (await resending.run({ setupId }))?.resendSmsSetupCode)
    if (outcome === 'over')
      navigate(`${base}/sms${search}`, { replace: true, state: { phone, isOver: true } satisfies SmsStepState })
    await refetch()
  }
  const lines = { QUEUED: t.onItsWay, DELAYED: t.onItsWay, SENT: t.line, FAILED: null }
  return (
    <>
      <StepHeading step="method" title={t.title}>
        {lines[setup.codeDelivery]?.({ phone: setup.phoneNumber })}
      </StepHeading>
      <div className="mt-6 space-y-4">
        <CodeForm label={t.codeLabel} submitLabel={common.verify} onCode={confirm} isTexted />
        <FailureCallout failure={confirming.failure ?? resending.failure} />
        <div>
          {sent.problem ? null : (
            <CodeDeliveryState delivery={setup.codeDelivery} watch={watch} late={t.late} failed={t.failed} />
          )}
          <SendAgain sent={sent} isBusy={resending.isBusy} onSend={() => void send()} />
          <p>
            <Link to={`${base}/sms${search}`} className="link inline-flex min-h-11 items-center">
              {t.change}
            </Link>
          </p>
          <p>
            <Link to={base + search} className="link inline-flex min-h-11 items-center">
              {another}
            </Link>
          </p>
        </div>
      </div>
    </>
  )
}
