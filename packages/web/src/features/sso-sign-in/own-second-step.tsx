import { withQuery } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { ButtonLink } from '../../ui/button'

/** The company sign-in proved no second step: it may do one the next time, or the person sets up their own. */
export function OwnSecondStep({ next }: { next: string | null }) {
  const t = useTexts('companySignIn').proof
  return (
    <div className="mb-6 space-y-3">
      <p>{t.again}</p>
      <p>{t.own}</p>
      <ButtonLink isWide to={withQuery('/account/two-factor/set-up', { next })}>
        {t.ownButton}
      </ButtonLink>
      <div>
        <p className="text-meta text-muted">{t.password}</p>
        <ButtonLink kind="quiet" className="text-meta" to={withQuery('/forgot-password', { next })}>
          {t.passwordButton}
        </ButtonLink>
      </div>
    </div>
  )
}
