import type { ReauthenticationNeed, SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { ReactNode } from 'react'
import { graphql } from '../../generated/gql'
import type { WhoConfirmsQuery } from '../../generated/graphql'
import { SecondStep } from '../../steps/second-step'
import { useCodeProblem } from '../../steps/use-code-problem'
import { useTexts } from '../../texts/use-texts'
import { useReauthenticate } from './use-reauthenticate'

const SEND_REAUTHENTICATION_CODE = graphql(`
  mutation SendReauthenticationCode {
    sendReauthenticationCode {
      ...SendCodeFields
    }
  }
`)
const BEGIN_PASSKEY_REAUTHENTICATION = graphql(`
  mutation BeginPasskeyReauthentication {
    beginPasskeyReauthentication {
      ...PasskeyChallengeFields
    }
  }
`)
const requests = { beginPasskey: BEGIN_PASSKEY_REAUTHENTICATION, sendText: SEND_REAUTHENTICATION_CODE, of: {} }

export type TwoFactor = NonNullable<WhoConfirmsQuery['viewer']>['twoFactor']
type Props = {
  twoFactor: TwoFactor
  onProceed: (stillOpen: readonly ReauthenticationNeed[]) => void
  /** The page behind may show how many are left. */
  onBackupCodeSpent: () => void
}

/** The second step again, in this session. */
export function ConfirmationSecondStep({ twoFactor, onProceed, onBackupCodeSpent }: Props) {
  const t = useTexts('common').confirm
  const problemOf = useCodeProblem()
  const { reauthenticate, failure } = useReauthenticate()
  const confirm = async (code: string, method: SecondStepMethod): Promise<ReactNode> => {
    const outcome = await reauthenticate({ method, code })
    if (outcome.kind === 'accepted' && method === 'BACKUP_CODE') onBackupCodeSpent()
    if (outcome.kind === 'accepted') onProceed(outcome.stillOpen)
    return outcome.kind === 'refused' ? problemOf(outcome.refusal, method === 'PASSKEY') : undefined
  }
  return (
    <div className="space-y-4">
      <SecondStep
        methods={methodsOf(twoFactor)}
        preferred={twoFactor.preferredMethod}
        phone={twoFactor.maskedPhoneNumber}
        requests={requests}
        submitLabel={t.button}
        onCode={confirm}
        failure={failure}
        startsPasskey
        takesFocus
      />
    </div>
  )
}

function methodsOf(twoFactor: TwoFactor): SecondStepMethod[] {
  // Of passkeys there may be several, and any of them answers.
  const methods = [...new Set(twoFactor.factors.map((factor) => factor.method))]
  return twoFactor.backupCodesLeft > 0 ? [...methods, 'BACKUP_CODE'] : methods
}
