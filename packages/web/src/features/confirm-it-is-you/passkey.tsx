import { type ReactNode, useCallback } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { PasskeyForm } from '../../steps/passkey-form'
import { useTexts } from '../../texts/use-texts'

const BEGIN_PASSKEY_REAUTHENTICATION = graphql(`
  mutation BeginPasskeyReauthentication {
    beginPasskeyReauthentication {
      ...PasskeyChallengeFields
    }
  }
`)

type Props = { onAnswer: (json: string) => Promise<ReactNode> }

/** The passkey confirms that it is them, in this session. */
export function Passkey({ onAnswer }: Props) {
  const t = useTexts('common').passkey
  const { run, failure } = useAct(BEGIN_PASSKEY_REAUTHENTICATION)
  const begin = useCallback(async () => (await run())?.beginPasskeyReauthentication, [run])
  return (
    <>
      <PasskeyForm button={t.button} begin={begin} onAnswer={onAnswer} startsItself takesFocus />
      <FailureCallout failure={failure} />
    </>
  )
}
