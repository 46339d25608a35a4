import { withQuery } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { ButtonLink } from '../../ui/button'

/** For guests, and for members who have no company sign-in. */
export function PasswordInstead({ next }: { next: string | null }) {
  const t = useTexts('companySignIn')
  return (
    <div className="mt-6 border-t border-hair pt-4">
      <ButtonLink kind="quiet" to={withQuery('/sign-in', { next })}>
        {t.guest}
      </ButtonLink>
      <p className="text-meta text-muted">{t.guestHint}</p>
    </div>
  )
}
