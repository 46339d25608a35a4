import { type ReactNode, useCallback } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { PasskeyForm } from '../../steps/passkey-form'
import { useTexts } from '../../texts/use-texts'
import { BEGIN_PASSKEY_VERIFICATION } from './verification-documents'

type Props = { id: string; onAnswer: (json: string) => Promise<ReactNode> }

/** The passkey answers this one question; it waits for the press of a button, since what is asked is read first. */
export function Passkey({ id, onAnswer }: Props) {
  const t = useTexts('common').passkey
  const { run, failure } = useAct(BEGIN_PASSKEY_VERIFICATION)
  const begin = useCallback(async () => (await run({ id }))?.beginPasskeyVerification, [run, id])
  return (
    <>
      <PasskeyForm button={t.button} begin={begin} onAnswer={onAnswer} />
      <FailureCallout failure={failure} />
    </>
  )
}
