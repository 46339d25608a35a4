import { limits } from '@twinlock/shared/limits'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { useCallback, useRef, useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { BackupCodeForm } from '../../steps/backup-code-form'
import type { DeliveryWatch } from '../../steps/code-delivery-state'
import type { SecondStepRequired } from '../../steps/sign-in-step'
import { useCodeProblem } from '../../steps/use-code-problem'
import { useFollowStep } from '../../steps/use-follow-step'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { CodeForm } from '../../ui/code-form'
import { PageHeading } from '../../ui/page-heading'
import { OtherWays } from './other-ways'
import { Passkey } from './passkey'
import { TextMessageState } from './text-message-state'

const VERIFY_SECOND_STEP = graphql(`
  mutation VerifySecondStep($input: VerifySecondStepInput!) {
    verifySecondStep(input: $input) {
      ...SignInStepFields
    }
  }
`)

type Props = {
  step: SecondStepRequired
  delivery: DeliveryWatch
  onStartAgain: () => void
  /** Signed in by one of the last backup codes: said before going on. */
  onFewCodes: (left: number) => void
}

/** The second thing we ask for: the preferred way first, the others one press away. */
export function SecondStep({ step, delivery, onStartAgain, onFewCodes }: Props) {
  const t = useTexts('signIn').verify
  const common = useTexts('common')
  const [way, setWay] = useState<SecondStepMethod>(step.preferred)
  const [isChoosing, setChoosing] = useState(false)
  const trustDevice = useRef<HTMLInputElement>(null)
  const problemOf = useCodeProblem()
  const follow = useFollowStep()
  const { run, failure } = useAct(VERIFY_SECOND_STEP)

  const { signInId } = step

  const verify = useCallback(
    async (code: string) => {
      const input = { signInId, method: way, code, trustDevice: trustDevice.current?.checked ?? false }
      const next = (await run({ input }))?.verifySecondStep
      if (!next) return undefined
      if (next.__typename === 'SignedIn' && way === 'BACKUP_CODE') {
        const left = next.viewer.twoFactor.backupCodesLeft
        if (left <= limits.backupCodesFew) return void onFewCodes(left)
      }
      const refusal = await follow(next)
      if (!refusal || refusal.__typename === 'SsoRequired' || refusal.__typename === 'InvalidCredentials')
        return undefined
      return problemOf(refusal, way === 'PASSKEY')
    },
    [signInId, way, run, follow, onFewCodes, problemOf],
  )

  if (isChoosing) {
    return (
      <OtherWays
        step={step}
        current={way}
        onChoose={(chosen) => {
          setWay(chosen)
          setChoosing(false)
        }}
      />
    )
  }
  const smsHint = {
    none: t.smsNotSent,
    QUEUED: t.smsOnItsWay({ phone: step.maskedPhoneNumber ?? '' }),
    DELAYED: t.smsOnItsWay({ phone: step.maskedPhoneNumber ?? '' }),
    SENT: t.smsHint({ phone: step.maskedPhoneNumber ?? '' }),
    FAILED: null,
  }[step.codeDelivery ?? 'none']
  const trust = step.trustDeviceAllowed ? (
    <Checkbox ref={trustDevice} name="trustDevice" label={t.trust} hint={t.trustHint} />
  ) : null
  return (
    <div key={way}>
      <PageHeading>{t.titles[way]}</PageHeading>
      <p className="mt-2 mb-6 text-muted">{t.signingInAs({ email: step.email })}</p>
      {way === 'BACKUP_CODE' ? (
        <BackupCodeForm submitLabel={common.verify} onCode={verify}>
          {trust}
        </BackupCodeForm>
      ) : way === 'PASSKEY' ? (
        // Where there is something to tick, it is ticked before.
        <Passkey signInId={signInId} onAnswer={verify} startsItself={!step.trustDeviceAllowed}>
          {trust}
        </Passkey>
      ) : (
        <CodeForm
          label={t.codeLabel}
          hint={way === 'SMS' ? smsHint : t.appHint}
          submitLabel={common.verify}
          onCode={verify}
          isTexted={way === 'SMS'}
        >
          {trust}
        </CodeForm>
      )}
      <div className="mt-4 space-y-1">
        <FailureCallout failure={failure} />
        {way === 'SMS' ? <TextMessageState step={step} delivery={delivery} /> : null}
        <Button kind="quiet" onClick={() => setChoosing(true)}>
          {t.otherWays}
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
