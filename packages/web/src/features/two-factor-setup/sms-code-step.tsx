import { Navigate, useNavigate } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { SetUpProgressQuery } from '../../generated/graphql'
import { SendAgain, useSentCode } from '../../steps/sent-code'
import { useTexts } from '../../texts/use-texts'
import { TextLink } from '../../ui/button'
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
  const { setupId } = setup
  const sent = useSentCode(
    RESEND_SMS_SETUP_CODE,
    { setupId },
    {
      sentTo: setup.phoneNumber,
      retryAt: setup.resendAvailableAt,
      onAnswer: (answer) => {
        if (answer.__typename === 'SignInExpired')
          navigate(`${base}/sms${search}`, { replace: true, state: { phone, isOver: true } satisfies SmsStepState })
        return refetch()
      },
    },
  )
  const take = useConfirmed('SMS')
  const confirm = async (code: string) => take(await confirming.run({ input: { setupId, code } }), t.expired)
  const lines = { QUEUED: t.onItsWay, DELAYED: t.onItsWay, SENT: t.line, FAILED: null }
  return (
    <>
      <StepHeading step="method" title={t.title}>
        {lines[setup.codeDelivery]?.({ phone: setup.phoneNumber })}
      </StepHeading>
      <div className="mt-6 space-y-4">
        <CodeForm label={t.codeLabel} submitLabel={common.verify} onCode={confirm} isTexted />
        <FailureCallout failure={confirming.failure} />
        <div>
          <SendAgain sent={sent} delivery={{ state: setup.codeDelivery, watch, late: t.late, failed: t.failed }} />
          <p>
            <TextLink to={`${base}/sms${search}`}>{t.change}</TextLink>
          </p>
          <p>
            <TextLink to={base + search}>{another}</TextLink>
          </p>
        </div>
      </div>
    </>
  )
}
