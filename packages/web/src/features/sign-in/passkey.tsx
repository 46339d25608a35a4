import { type ReactNode, useCallback } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { PasskeyForm } from '../../steps/passkey-form'
import { withReturnPath } from '../../steps/return-path'
import { endOf } from '../../steps/use-follow-step'
import { useTexts } from '../../texts/use-texts'

const BEGIN_PASSKEY_SECOND_STEP = graphql(`
  mutation BeginPasskeySecondStep($signInId: ID) {
    beginPasskeySecondStep(signInId: $signInId) {
      ...PasskeyChallengeFields
    }
  }
`)

type Props = {
  signInId: string
  onAnswer: (json: string) => Promise<ReactNode>
  startsItself: boolean
  children: ReactNode
}

/** The passkey as the second step of this sign-in. */
export function Passkey({ signInId, onAnswer, startsItself, children }: Props) {
  const t = useTexts('common').passkey
  const navigate = useNavigate()
  const { search } = useLocation()
  const { run, failure } = useAct(BEGIN_PASSKEY_SECOND_STEP)
  const begin = useCallback(async () => (await run({ signInId }))?.beginPasskeySecondStep, [run, signInId])
  const startAgain = useCallback(
    (end: { wasReplaced: boolean }) =>
      navigate(withReturnPath('/sign-in', search), { replace: true, state: endOf(end) }),
    [navigate, search],
  )
  return (
    <>
      <PasskeyForm button={t.button} begin={begin} onAnswer={onAnswer} onOver={startAgain} startsItself={startsItself}>
        {children}
      </PasskeyForm>
      <FailureCallout failure={failure} />
    </>
  )
}
