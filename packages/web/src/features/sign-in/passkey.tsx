import { type ReactNode, useCallback } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { keepingNext } from '../../steps/next-place'
import { PasskeyForm } from '../../steps/passkey-form'
import { useTexts } from '../../texts/use-texts'

const BEGIN_PASSKEY_SECOND_STEP = graphql(`
  mutation BeginPasskeySecondStep {
    beginPasskeySecondStep {
      ...PasskeyChallengeFields
    }
  }
`)

type Props = {
  onAnswer: (json: string) => Promise<ReactNode>
  startsItself: boolean
  children: ReactNode
}

/** The passkey as the second step of this sign-in. */
export function Passkey({ onAnswer, startsItself, children }: Props) {
  const t = useTexts('common').passkey
  const navigate = useNavigate()
  const { search } = useLocation()
  const { run, trouble } = useAct(BEGIN_PASSKEY_SECOND_STEP)
  const begin = useCallback(async () => (await run())?.beginPasskeySecondStep, [run])
  const startAgain = useCallback(
    () => navigate(keepingNext('/sign-in', search), { replace: true, state: { hasExpired: true } }),
    [navigate, search],
  )
  return (
    <>
      <PasskeyForm button={t.button} begin={begin} onAnswer={onAnswer} onOver={startAgain} startsItself={startsItself}>
        {children}
      </PasskeyForm>
      <TroubleCallout trouble={trouble} />
    </>
  )
}
