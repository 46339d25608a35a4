import { useSearchParams } from 'react-router'
import { useTexts } from '../../texts/use-texts'
import { CardPage } from '../../ui/card-page'
import { FindForm } from './find-form'
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
