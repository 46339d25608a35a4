import { useLocation } from 'react-router'
import type { TwoFactorStanding } from '../generated/graphql'
import { useTexts } from '../texts/use-texts'
import { useMoments } from '../time/use-moments'
import { Banner } from '../ui/banner'
import { ButtonLink } from '../ui/button'
import { Countdown } from '../ui/countdown'

type Props = {
  memberships: readonly { standing: TwoFactorStanding; deadline?: string | null; network: { name: string } }[]
}

/** The nearest deadline of this account, wherever the person is. */
export function DeadlineBanner({ memberships }: Props) {
  const t = useTexts('common').banner
  const moments = useMoments()
  const { pathname } = useLocation()
  const due = memberships
    .flatMap(({ standing, deadline, network }) => (standing === 'GRACE' && deadline ? [{ deadline, network }] : []))
    .sort((a, b) => Date.parse(a.deadline) - Date.parse(b.deadline))[0]
  if (!due) return null
  const to = `/account/two-factor/set-up?next=${encodeURIComponent(pathname)}`
  return (
    <Banner
      label={t.label}
      action={
        <ButtonLink kind="secondary" to={to}>
          {t.setUp}
        </ButtonLink>
      }
    >
      {t.required(due.network.name, moments.full(due.deadline))} <Countdown until={due.deadline} />
    </Banner>
  )
}
