import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { type Failure, failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { withQuery } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { Field } from '../../ui/field'
import { Form } from '../../ui/form'
import { PageHeading } from '../../ui/page-heading'
import { COMPANY_SIGN_IN, type FoundNetwork } from './company-sign-in-documents'
import { PasswordInstead } from './password-instead'
import { ProblemView } from './problem-view'

/** Signing in by one's company: the way there, and where it ends when it does not lead in. */
export function CompanySignInPage() {
  const problems = useTexts('companySignIn').problems
  const [query] = useSearchParams()
  const problem = query.get('problem')
  const next = query.get('next')
  return (
    <CardPage>
      {problem && problem in problems ? (
        <ProblemView
          problem={problem as keyof typeof problems}
          slug={query.get('network') ?? ''}
          next={next}
          isConfirmation={query.has('confirm')}
        />
      ) : (
        <>
          <FindForm slug={query.get('network') ?? ''} next={next} />
          <PasswordInstead next={next} />
        </>
      )}
    </CardPage>
  )
}

type Props = { slug: string; next: string | null }

/** By what people know of their network. One goes there at once; of several the person chooses. */
function FindForm({ slug, next }: Props) {
  const t = useTexts('companySignIn')
  const moments = useMoments()
  const client = useApolloClient()
  const [state, setState] = useState<{ isBusy: boolean; failure: Failure | null }>({ isBusy: false, failure: null })
  const [problem, setProblem] = useState<{ text: string }>()
  const [found, setFound] = useState<readonly FoundNetwork[]>([])
  const goTo = ({ startUrl }: FoundNetwork) => window.location.assign(withQuery(startUrl, { next }))

  const find = async (text: string) => {
    if (state.isBusy) return
    if (text.trim() === '') return setProblem({ text: t.missing })
    setState({ isBusy: true, failure: null })
    try {
      const { data } = await client.query({ query: COMPANY_SIGN_IN, variables: { of: text }, fetchPolicy: 'no-cache' })
      const answer = data?.companySignIn
      const networks = answer?.__typename === 'CompanySignIns' ? answer.networks : []
      const [only] = networks
      setFound(networks)
      if (answer?.__typename === 'TooManyAttempts')
        setProblem({ text: t.tooMany({ moment: moments.soon(answer.retryAt) }) })
      else setProblem(only ? undefined : { text: t.none })
      if (only && networks.length === 1) return goTo(only)
      setState({ isBusy: false, failure: null })
    } catch (error) {
      setState({ isBusy: false, failure: failureOf(error) })
    }
  }
  return (
    <>
      <PageHeading className="text-title">{t.title}</PageHeading>
      <p className="mt-2 mb-6 text-muted">{t.line}</p>
      <Form onSubmit={({ of = '' }) => void find(of)} refusal={problem}>
        <Field
          name="of"
          label={t.field}
          hint={t.hint}
          defaultValue={slug}
          error={problem?.text}
          autoComplete="email"
          isExact
        />
        <FailureCallout failure={state.failure} />
        <Button type="submit" kind="primary" isWide isInert={state.isBusy}>
          {t.button}
        </Button>
      </Form>
      {found.length > 1 ? (
        <div className="mt-6 space-y-2" role="status">
          <p>{t.several}</p>
          {found.map((network) => (
            <Button key={network.slug} isWide onClick={() => goTo(network)}>
              {t.goTo({ network: network.name })}
            </Button>
          ))}
        </div>
      ) : null}
    </>
  )
}
