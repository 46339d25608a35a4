import type { ReauthenticationNeed, SecondStepMethod } from '@twinlock/shared/vocabulary'
import { type ReactNode, useCallback } from 'react'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { WhoConfirmsQuery } from '../../generated/graphql'
import { SecondStepWays } from '../../steps/second-step-ways'
import { TextMessage } from '../../steps/text-message'
import { useCodeProblem } from '../../steps/use-code-problem'
import { useSendCode } from '../../steps/use-send-code'
import { useTexts } from '../../texts/use-texts'
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
  const problemOf = useCodeProblem()
  const { reauthenticate, failure } = useReauthenticate()
  const confirm = async (code: string, way: SecondStepMethod): Promise<ReactNode> => {
    const outcome = await reauthenticate({ method: way, code })
    if (outcome.kind === 'accepted' && way === 'BACKUP_CODE') onBackupCodeSpent()
    if (outcome.kind === 'accepted') onProceed(outcome.stillOpen)
    if (outcome.kind !== 'refused') return undefined
    const { refusal } = outcome
    return refusal.__typename === 'InvalidCredentials' ? t.confirm.wrongPassword : problemOf(refusal, way === 'PASSKEY')
  }
  return (
    <div className="space-y-4">
      <SecondStepWays
        ways={waysOf(twoFactor)}
        preferred={twoFactor.preferredMethod}
        maskedPhoneNumber={twoFactor.maskedPhoneNumber}
        submitLabel={t.confirm.button}
        takesFocus
        onCode={confirm}
        passkey={(onAnswer) => <Passkey onAnswer={onAnswer} />}
        textMessage={<ToThisSession />}
        failure={failure}
      />
    </div>
  )
}

function ToThisSession() {
  const { run, isBusy, failure } = useAct(SEND_REAUTHENTICATION_CODE)
  const sent = useSendCode()
  const { send: sendBy } = sent
  const send = useCallback(() => sendBy(async () => (await run())?.sendReauthenticationCode), [run, sendBy])
  return <TextMessage sent={sent} send={send} isBusy={isBusy} failure={failure} />
}

function waysOf(twoFactor: TwoFactor): SecondStepMethod[] {
  // Of passkeys there may be several, and any of them answers.
  const methods = [...new Set(twoFactor.factors.map((factor) => factor.method))]
  return twoFactor.backupCodesLeft > 0 ? [...methods, 'BACKUP_CODE'] : methods
}
