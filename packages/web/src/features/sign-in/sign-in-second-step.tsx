import { limits } from '@twinlock/shared/limits'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { useRef, useState } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { SendCodeFieldsFragment } from '../../generated/graphql'
import { MethodChoice, SecondStepForm } from '../../steps/second-step'
import type { DeliveryWatch } from '../../steps/sent-code'
import type { SecondStepRequired } from '../../steps/sign-in-step'
import { useCodeProblem } from '../../steps/use-code-problem'
import { useFollowStep } from '../../steps/use-follow-step'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { Checkbox } from '../../ui/checkbox'
import { PageHeading } from '../../ui/page-heading'
import { ReEnrolmentOffer } from './re-enrolment-offer'

const VERIFY_SECOND_STEP = graphql(`
  mutation VerifySecondStep($input: VerifySecondStepInput!) {
    verifySecondStep(input: $input) {
      ...SignInStepFields
    }
  }
`)
const SEND_SIGN_IN_CODE = graphql(`
  mutation SendSignInCode($signInId: ID) {
    sendSignInCode(signInId: $signInId) {
      ...SendCodeFields
    }
  }
`)
const BEGIN_PASSKEY_SECOND_STEP = graphql(`
  mutation BeginPasskeySecondStep($signInId: ID) {
    beginPasskeySecondStep(signInId: $signInId) {
      ...PasskeyChallengeFields
    }
  }
`)

type Props = {
  step: SecondStepRequired
  /** Where the sign-in stands, asked again. */
  progress: DeliveryWatch & { refetch: () => Promise<unknown> }
  onStartAgain: () => void
  /** Signed in by one of the last backup codes: said before going on. */
  onFewCodes: (left: number) => void
}

/** The second thing we ask for: the preferred method first, the others one press away. */
export function SignInSecondStep({ step, progress, onStartAgain, onFewCodes }: Props) {
  const t = useTexts('signIn').verify
  const common = useTexts('common')
  const [method, setMethod] = useState<SecondStepMethod>(step.preferred)
  const [isChoosing, setChoosing] = useState(false)
  const trustDevice = useRef<HTMLInputElement>(null)
  const problemOf = useCodeProblem()
  const follow = useFollowStep()
  const { run, failure } = useAct(VERIFY_SECOND_STEP)
  const text = useTextMessage(step, progress)
  const { signInId, maskedPhoneNumber: phone } = step
  const verify = async (code: string) => {
    const input = { signInId, method, code, trustDevice: trustDevice.current?.checked ?? false }
    const next = await run({ input })
    if (next?.__typename === 'SignedIn' && method === 'BACKUP_CODE') {
      const left = next.viewer.twoFactor.backupCodesLeft
      if (left <= limits.backupCodesFew) return void onFewCodes(left)
    }
    return problemOf(next && (await follow(next)), method === 'PASSKEY')
  }
  const choose = (chosen: SecondStepMethod) => {
    setMethod(chosen)
    setChoosing(false)
  }
  if (isChoosing) {
    const isHelped = step.reEnrolmentOffered || step.reEnrolmentFrom !== null || step.reEnrolmentAwaits.length > 0
    return (
      <>
        <PageHeading className="mb-6 text-title">{t.otherTitle}</PageHeading>
        <MethodChoice methods={step.methods} phone={phone} onChoose={choose} />
        <div className="mt-6">
          <ReEnrolmentOffer step={step} />
        </div>
        {isHelped ? null : <p className="text-meta text-muted">{t.noneLeft}</p>}
        <Button kind="quiet" className="mt-2" onClick={() => setChoosing(false)}>
          {common.back}
        </Button>
      </>
    )
  }
  return (
    <div key={method}>
      <PageHeading>{t.titles[method]}</PageHeading>
      <p className="mt-2 mb-6 text-muted">{t.signingInAs({ email: step.email })}</p>
      <div className="space-y-4">
        <SecondStepForm
          method={method}
          phone={phone}
          requests={{ beginPasskey: BEGIN_PASSKEY_SECOND_STEP, sendText: SEND_SIGN_IN_CODE, of: { signInId } }}
          submitLabel={common.verify}
          onCode={verify}
          failure={failure}
          label={t.codeLabel}
          hint={method === 'SMS' ? text.hint : t.appHint}
          text={text}
          // Where there is something to tick, it is ticked before.
          startsPasskey={!step.trustDeviceAllowed}
          onEnd={(end) => void follow(end)}
        >
          {step.trustDeviceAllowed ? (
            <Checkbox ref={trustDevice} name="trustDevice" label={t.trust} hint={t.trustHint} />
          ) : null}
        </SecondStepForm>
      </div>
      <div className="mt-4 space-y-1">
        <Button kind="quiet" onClick={() => setChoosing(true)}>
          {common.confirm.otherWays}
        </Button>
        <div>
          <Button kind="quiet" onClick={onStartAgain}>
            {t.startAgain}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** Where the text message is: on its way, late, held back for now, or not delivered; and how to get another. */
function useTextMessage({ maskedPhoneNumber, codeDelivery, ...step }: SecondStepRequired, progress: Props['progress']) {
  const t = useTexts('signIn').verify
  const moments = useMoments()
  const follow = useFollowStep()
  const phone = maskedPhoneNumber ?? ''
  const isSent = codeDelivery !== null
  const hints = { QUEUED: t.smsOnItsWay({ phone }), DELAYED: t.smsOnItsWay({ phone }), SENT: t.smsHint({ phone }) }
  return {
    hint: codeDelivery === null ? t.smsNotSent : codeDelivery === 'FAILED' ? '' : hints[codeDelivery],
    retryAt: step.sendRetryAt ?? step.resendAvailableAt,
    // Chosen after another method: nothing was sent yet, and choosing it is asking for it.
    sendsItself: !isSent && step.sendRetryAt === null,
    onAnswer: (answer: SendCodeFieldsFragment) =>
      answer.__typename === 'SignInExpired' ? follow(answer) : progress.refetch(),
    delivery: { state: codeDelivery, watch: progress, late: t.smsLate, failed: t.smsFailed },
    note:
      !isSent && step.sendRetryAt ? (
        <Callout tone="time">{t.smsHeld({ moment: moments.soon(step.sendRetryAt) })}</Callout>
      ) : null,
  }
}
