import { useApolloClient } from '@apollo/client/react'
import { useLocation, useNavigate } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { withReturnPath } from '../../steps/return-path'
import type { SetUpRequired } from '../../steps/sign-in-step'
import { useFollowStep } from '../../steps/use-follow-step'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'

const CONTINUE_TO_OTHER_NETWORKS = graphql(`
  mutation ContinueToOtherNetworks($signInId: ID) {
    continueToOtherNetworks(signInId: $signInId) {
      ...SignInStepFields
    }
  }
`)

const LEAVE_THE_DOOR = graphql(`
  mutation LeaveTheDoor($signInId: ID) {
    cancelSignIn(signInId: $signInId)
  }
`)

/** Who asks for it and since when, whom to ask, and the other ways on. */
export function SetUpRequiredFacts({ step }: { step: SetUpRequired }) {
  const { required: t, setUpAgain } = useTexts('setUp')
  const moments = useMoments()
  const client = useApolloClient()
  const navigate = useNavigate()
  const { search } = useLocation()
  const continuing = useAct(CONTINUE_TO_OTHER_NETWORKS)
  const leaving = useAct(LEAVE_THE_DOOR)
  const follow = useFollowStep()
  const { signInId } = step
  const goOn = async () => {
    const next = await continuing.run({ signInId })
    if (next) await follow(next)
  }
  const startAgain = async () => {
    await leaving.run({ signInId })
    await client.clearStore()
    navigate(withReturnPath('/sign-in', search))
  }
  return (
    <div className="mt-6 space-y-2 border-t border-hair pt-4 text-meta text-muted">
      {step.isReEnrolment ? (
        <p>{setUpAgain.replaces}</p>
      ) : (
        <ul className="space-y-2">
          {step.networks.map((network) => (
            <li key={network.id}>
              {t.required({ network: network.name, moment: moments.full(network.deadline) })}
              {network.helpContact ? ` ${t.contact({ network: network.name, contact: network.helpContact })}` : null}
            </li>
          ))}
        </ul>
      )}
      <p>{t.safe}</p>
      <FailureCallout failure={continuing.failure} />
      {step.otherNetworks.length > 0 ? (
        <div className="pt-2">
          <Button isWide isInert={continuing.isBusy} onClick={() => void goOn()}>
            {t.other}
          </Button>
          <p className="mt-2">{t.otherHint({ networks: step.otherNetworks.map(({ name }) => name).join(', ') })}</p>
        </div>
      ) : null}
      <Button kind="quiet" className="text-meta" onClick={() => void startAgain()}>
        {t.startAgain}
      </Button>
    </div>
  )
}
