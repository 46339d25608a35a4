import { useApolloClient, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { Navigate, useLocation, useNavigate } from 'react-router'
import { Loading } from '../../api/loading'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { ARRIVING, returnPath, withReturnPath } from '../../steps/return-path'
import { SIGN_IN_PROGRESS } from '../../steps/sign-in-step'
import { SignInTimeLimit } from '../../steps/sign-in-time-limit'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { PageHeading } from '../../ui/page-heading'
import { SignInSecondStep } from './sign-in-second-step'

const CANCEL_SIGN_IN = graphql(`
  mutation CancelSignIn($signInId: ID) {
    cancelSignIn(signInId: $signInId)
  }
`)

export function VerifyPage() {
  const client = useApolloClient()
  const navigate = useNavigate()
  const { search } = useLocation()
  // The step that led here is in the store; after a reload the server is asked.
  const { data, error, refetch, startPolling, stopPolling } = useQuery(SIGN_IN_PROGRESS, { fetchPolicy: 'cache-first' })
  const canceling = useAct(CANCEL_SIGN_IN)
  const [codesLeft, setCodesLeft] = useState<number | null>(null)

  if (codesLeft !== null) return <FewCodes left={codesLeft} />
  const step = data?.signInProgress
  if (data && !step) return <Navigate to={withReturnPath('/sign-in', search)} replace state={{ hasExpired: true }} />
  if (step?.__typename === 'SetUpRequired') return <Navigate to={withReturnPath('/sign-in/set-up', search)} replace />
  if (step?.__typename !== 'SecondStepRequired') {
    return (
      <CardPage>
        <Loading error={error} onRetry={refetch} />
      </CardPage>
    )
  }
  const startAgain = async () => {
    await canceling.run({ signInId: step.signInId })
    await client.clearStore()
    navigate(withReturnPath('/sign-in', search))
  }
  return (
    <CardPage>
      <SignInSecondStep
        step={step}
        progress={{ startPolling, stopPolling, refetch }}
        onStartAgain={() => void startAgain()}
        onFewCodes={setCodesLeft}
      />
      <SignInTimeLimit signInId={step.signInId} endsAt={step.expiresAt} />
    </CardPage>
  )
}

/** Between the sign-in and where it leads: a user who spent one of their last codes can make new ones now. */
function FewCodes({ left }: { left: number }) {
  const t = useTexts('signIn').few
  const client = useApolloClient()
  const navigate = useNavigate()
  const { search } = useLocation()
  const goTo = async (path: string) => {
    await client.clearStore()
    navigate(path, { replace: true, state: ARRIVING })
  }
  return (
    <CardPage>
      <PageHeading>{t.title({ left })}</PageHeading>
      <p className="mt-2 mb-6">{t.line}</p>
      <div className="space-y-3">
        <Button kind="primary" isWide onClick={() => void goTo('/account#backup-codes')}>
          {t.renew}
        </Button>
        <Button isWide onClick={() => void goTo(returnPath(search))}>
          {t.later}
        </Button>
      </div>
    </CardPage>
  )
}
