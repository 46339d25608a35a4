import { useLocation } from 'react-router'
import { useTexts } from '../texts/use-texts'
import { ButtonLink } from '../ui/button'
import { Callout } from '../ui/callout'
import { withQuery } from './return-path'

/** For a user whom an identity provider alone vouches for: why they see no more, and how they would. */
export function CompanySessionNote() {
  const t = useTexts('companySignIn').session
  const { pathname } = useLocation()
  return (
    <Callout title={t.title}>
      <p>{t.line}</p>
      <div className="flex flex-wrap gap-x-6">
        <ButtonLink kind="quiet" to={withQuery('/sign-in', { next: pathname })}>
          {t.signIn}
        </ButtonLink>
        <ButtonLink kind="quiet" to={withQuery('/forgot-password', { next: pathname })}>
          {t.password}
        </ButtonLink>
      </div>
    </Callout>
  )
}
