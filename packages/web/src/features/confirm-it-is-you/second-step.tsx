import type { ReauthenticationNeed, SecondStepMethod } from '@twinlock/shared/vocabulary'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { WhoConfirmsQuery } from '../../generated/graphql'
import { BackupCodeForm } from '../../steps/backup-code-form'
import { SendAgain } from '../../steps/send-again'
import { useCodeProblem } from '../../steps/use-code-problem'
import { useSendCode } from '../../steps/use-send-code'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { CodeForm } from '../../ui/code-form'
import { Passkey } from './passkey'
import { useReauthenticate } from './use-reauthenticate'

const SEND_REAUTHENTICATION_CODE = graphql(`
  mutation SendReauthenticationCode {
    sendReauthenticationCode {
      ...SendCodeFields
    }
  }
`)

export type TwoFactor = NonNullable<WhoConfirmsQuery['viewer']>['twoFactor']
type Props = {
  twoFactor: TwoFactor
  onProceed: (stillOpen: readonly ReauthenticationNeed[]) => void
  /** The page behind may show how many are left. */
  onBackupCodeSpent: () => void
}

export function SecondStep({ twoFactor, onProceed, onBackupCodeSpent }: Props) {
  const t = useTexts('common')
  const ways = waysOf(twoFactor)
  const [way, setWay] = useState<SecondStepMethod>(twoFactor.preferredMethod ?? ways[0] ?? 'BACKUP_CODE')
  const [isChoosing, setChoosing] = useState(false)
  const problemOf = useCodeProblem()
  const { reauthenticate, trouble } = useReauthenticate()
  const confirm = async (code: string): Promise<ReactNode> => {
    const outcome = await reauthenticate({ method: way, code })
    if (outcome.kind === 'accepted' && way === 'BACKUP_CODE') onBackupCodeSpent()
    if (outcome.kind === 'accepted') onProceed(outcome.stillOpen)
    if (outcome.kind !== 'refused') return undefined
    const { refusal } = outcome
    return refusal.__typename === 'InvalidCredentials' ? t.confirm.wrongPassword : problemOf(refusal, way === 'PASSKEY')
  }
  if (isChoosing) {
    return (
      <div className="space-y-2">
        {ways.map((one) => (
          <Button
            key={one}
            isWide
            onClick={() => {
              setWay(one)
              setChoosing(false)
            }}
          >
            {t.methods[one]}
          </Button>
        ))}
      </div>
    )
  }
  return (
    <div className="space-y-4">
      {way === 'BACKUP_CODE' ? (
        <BackupCodeForm submitLabel={t.confirm.button} onCode={confirm} takesFocus />
      ) : way === 'PASSKEY' ? (
        <Passkey onAnswer={confirm} />
      ) : (
        <CodeForm
          key={way}
          label={t.confirm.codeLabel}
          hint={way === 'SMS' ? t.confirm.sms(twoFactor.maskedPhoneNumber ?? '') : t.confirm.app}
          submitLabel={t.confirm.button}
          onCode={confirm}
          isTexted={way === 'SMS'}
          takesFocus
        />
      )}
      {way === 'SMS' ? <TextMessage /> : null}
      <TroubleCallout trouble={trouble} />
      {ways.length > 1 ? (
        <Button kind="quiet" onClick={() => setChoosing(true)}>
          {t.confirm.otherWays}
        </Button>
      ) : null}
    </div>
  )
}

/** Sends the message as soon as this way is chosen: nobody should have to ask for what they wait for. */
function TextMessage() {
  const { run, isBusy, trouble } = useAct(SEND_REAUTHENTICATION_CODE)
  const sent = useSendCode()
  const { send: sendBy } = sent
  const send = useCallback(() => sendBy(async () => (await run())?.sendReauthenticationCode), [run, sendBy])
  const isFirst = useRef(true)
  useEffect(() => {
    if (isFirst.current) void send()
    isFirst.current = false
  }, [send])
  return (
    <>
      <TroubleCallout trouble={trouble} />
      <SendAgain sent={sent} isBusy={isBusy} onSend={() => void send()} />
    </>
  )
}

function waysOf(twoFactor: TwoFactor): SecondStepMethod[] {
  // Of passkeys there may be several, and any of them answers.
  const methods = [...new Set(twoFactor.factors.map((factor) => factor.method))]
  return twoFactor.backupCodesLeft > 0 ? [...methods, 'BACKUP_CODE'] : methods
}
