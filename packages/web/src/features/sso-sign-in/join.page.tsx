import { useApolloClient, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { Loading } from '../../api/loading'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { CompanySignInToJoinQuery } from '../../generated/graphql'
import { returnPath, withQuery } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { Button, ButtonLink } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { NoticePage } from '../../ui/notice-page'
import { PageHeading } from '../../ui/page-heading'
import { toast } from '../../ui/toast'
import { type Problem, ProblemView } from './problem-view'

const TO_JOIN = graphql(`
  query CompanySignInToJoin {
    companySignInToJoin {
      providerEmail
      accountEmail
      network {
        slug
        name
        startUrl
      }
    }
  }
`)

const JOIN = graphql(`
  mutation JoinCompanySignIn {
    joinCompanySignIn {
      ... on SignedIn {
        viewer {
          id
        }
      }
      ... on CompanySignInRefused {
        reason
      }
    }
  }
`)

/** Once, the person says by their own sign-in which account their company sign-in belongs to. */
export function JoinPage() {
  const t = useTexts('companySignIn')
  const [query] = useSearchParams()
  const { data, error, refetch } = useQuery(TO_JOIN, { fetchPolicy: 'network-only' })
  const waiting = data?.companySignInToJoin
  const next = query.get('next')
  if (data && !waiting) {
    const to = withQuery('/sign-in/sso', { next })
    return <NoticePage title={t.title} text={t.join.over} button={t.join.startAgain} to={to} />
  }
  return (
    <CardPage>
      {waiting ? <Waiting waiting={waiting} next={next} /> : <Loading error={error} onRetry={refetch} />}
    </CardPage>
  )
}

type Props = { waiting: NonNullable<CompanySignInToJoinQuery['companySignInToJoin']>; next: string | null }

function Waiting({ waiting, next }: Props) {
  const t = useTexts('companySignIn').join
  const client = useApolloClient()
  const navigate = useNavigate()
  const { run, isBusy, failure } = useAct(JOIN)
  const [refusal, setRefusal] = useState<Problem>()
  const { network, providerEmail, accountEmail } = waiting
  if (refusal) return <ProblemView problem={refusal} slug={network.slug} next={next} />

  const join = async () => {
    const answer = await run()
    switch (answer?.__typename) {
      case 'SignedIn':
        await client.clearStore()
        navigate(returnPath(window.location.search, `/networks/${network.slug}`), { replace: true })
        return toast(t.linked)
      case 'CompanySignInRefused':
        return setRefusal(answer.reason)
      case 'SignInExpired':
        return setRefusal('EXPIRED')
    }
  }
  const here = withQuery('/sign-in/sso/join', { next })
  return (
    <>
      <PageHeading className="text-title">{t.title({ network: network.name })}</PageHeading>
      <p className="mt-2 mb-6">{accountEmail ? t.line : t.signIn}</p>
      <dl className="mb-6 space-y-3 rounded-control border border-hair p-4">
        <div>
          <dt className="text-meta text-muted">{t.work}</dt>
          <dd className="font-semibold wrap-anywhere">{providerEmail ?? t.unknown}</dd>
        </div>
        {accountEmail ? (
          <div>
            <dt className="text-meta text-muted">{t.account}</dt>
            <dd className="font-semibold wrap-anywhere">{accountEmail}</dd>
          </div>
        ) : null}
      </dl>
      <FailureCallout failure={failure} />
      <div className="space-y-3">
        {accountEmail ? (
          <>
            <p>{t.question}</p>
            <Button kind="primary" isWide isInert={isBusy} onClick={() => void join()}>
              {t.button}
            </Button>
            <ButtonLink isWide to="/">
              {t.not}
            </ButtonLink>
          </>
        ) : (
          <ButtonLink kind="primary" isWide to={withQuery('/sign-in', { next: here })}>
            {t.signInButton}
          </ButtonLink>
        )}
      </div>
      <p className="mt-6 text-meta text-muted">{t.afterwards}</p>
    </>
  )
}
