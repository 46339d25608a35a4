import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import { type ReactNode, useState } from 'react'
import type { Failure } from '../api/failure'
import { FailureCallout } from '../api/failure-callout'
import { useTexts } from '../texts/use-texts'
import { Button } from '../ui/button'
import { CodeForm } from '../ui/code-form'
import { BackupCodeForm } from './backup-code-form'

type Props = {
  ways: readonly SecondStepMethod[]
  preferred?: SecondStepMethod | null | undefined
  maskedPhoneNumber: string | null | undefined
  submitLabel: string
  takesFocus?: boolean
  /** @returns a message that says what is wrong with the code; undefined when it was accepted or something else is shown. */
  onCode: (code: string, way: SecondStepMethod) => Promise<ReactNode>
  /** How a passkey is requested here. */
  passkey: (onAnswer: (json: string) => Promise<ReactNode>) => ReactNode
  /** What is said about a text message here. */
  textMessage: ReactNode
  failure: Failure | null
}

/** The second step of a signed-in user: one way at a time, the others one press away. */
export function SecondStepWays(props: Props) {
  const {
    ways,
    preferred,
    maskedPhoneNumber,
    submitLabel,
    takesFocus = false,
    onCode,
    passkey,
    textMessage,
    failure,
  } = props
  const t = useTexts('common')
  const [way, setWay] = useState<SecondStepMethod>(preferred ?? ways[0] ?? 'BACKUP_CODE')
  const [isChoosing, setChoosing] = useState(false)
  const take = (code: string) => onCode(code, way)
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
    <>
      {way === 'BACKUP_CODE' ? (
        <BackupCodeForm submitLabel={submitLabel} onCode={take} takesFocus={takesFocus} />
      ) : way === 'PASSKEY' ? (
        passkey(take)
      ) : (
        <CodeForm
          key={way}
          label={t.confirm.codeLabel}
          hint={way === 'SMS' ? t.confirm.sms({ phone: maskedPhoneNumber ?? '' }) : t.confirm.app}
          submitLabel={submitLabel}
          onCode={take}
          isTexted={way === 'SMS'}
          takesFocus={takesFocus}
        />
      )}
      {way === 'SMS' ? textMessage : null}
      <FailureCallout failure={failure} />
      {ways.length > 1 ? (
        <Button kind="quiet" onClick={() => setChoosing(true)}>
          {t.confirm.otherWays}
        </Button>
      ) : null}
    </>
  )
}
