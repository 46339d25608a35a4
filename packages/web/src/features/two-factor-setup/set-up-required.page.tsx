import { useApolloClient, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { Navigate, useLocation, useNavigate } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { Loading } from '../../api/loading'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { returnPath, withReturnPath } from '../../steps/return-path'
import { type SetUpRequired, SIGN_IN_PROGRESS } from '../../steps/sign-in-step'
import { SignInTimeLimit } from '../../steps/sign-in-time-limit'
import { useFollowStep } from '../../steps/use-follow-step'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { Wizard } from './wizard'

const BASE = '/sign-in/set-up'
const FROM_ACCOUNT = '/account/two-factor/set-up'

/** The set-up during a sign-in, which a network requires before it grants access. */
export function SetUpRequiredPage() {
  const t = useTexts('setUp')
  const client = useApolloClient()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const { data, error, refetch } = useQuery(SIGN_IN_PROGRESS, { fetchPolicy: 'cache-first' })
  // Confirming the first method turns this sign-in into a session; the last steps still stand on what it asked.
  const [step, setStep] = useState<SetUpRequired | null>(null)
  const current = data?.signInProgress
  if (current?.__typename === 'SetUpRequired' && current !== step) setStep(current)

  if (!step) {
    const isAfterwards = pathname === `${BASE}/codes` || pathname === `${BASE}/done`
    if (data && isAfterwards) return <Navigate to={`${FROM_ACCOUNT}${pathname.slice(BASE.length)}${search}`} replace />
    if (data) return <Navigate to={withReturnPath('/sign-in', search)} replace state={{ hasExpired: true }} />
    return (
      <CardPage>
        <Loading error={error} onRetry={refetch} lines={4} />
      </CardPage>
    )
  }
  const finish = async () => {
    await client.clearStore()
    navigate(pageAfterSetUp(step, search), { replace: true })
  }
  const [first] = step.networks
  const requiredTitle =
    step.networks.length === 1 && first ? t.required.title({ network: first.name }) : t.required.titleMany
  const { title, line } = step.isReEnrolment ? t.setUpAgain : { title: requiredTitle, line: t.required.line }
  const isInside = pathname.endsWith('/codes') || pathname.endsWith('/done')
  return (
    <CardPage>
      <Wizard
        base={BASE}
        signInId={step.signInId}
        emailIntro={{
          title,
          line: `${t.email.lineAtDoor({ address: step.maskedEmail })} ${line}`,
          sentTo: step.maskedEmail,
        }}
        onFinish={() => void finish()}
      />
      {isInside ? null : <SetUpRequiredFacts step={step} />}
      {isInside ? null : <SignInTimeLimit signInId={step.signInId} endsAt={step.expiresAt} />}
    </CardPage>
  )
}

/** Where it goes on: not to the set-up once more, if a link to that is what led to the sign-in, but where that would. */
function pageAfterSetUp({ networks }: SetUpRequired, search: string): string {
  const [only] = networks
  const otherwise = networks.length === 1 && only ? `/networks/${only.slug}` : '/networks'
  const next = new URL(returnPath(search, otherwise), window.location.origin)
  return next.pathname.startsWith(FROM_ACCOUNT) ? returnPath(next.search, otherwise) : returnPath(search, otherwise)
}

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
function SetUpRequiredFacts({ step }: { step: SetUpRequired }) {
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
