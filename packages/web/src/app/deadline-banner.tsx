import { useLocation } from 'react-router'
import type { FactorMethod, TwoFactorStanding } from '../generated/graphql'
import { useTexts } from '../texts/use-texts'
import { useAtDeadline } from '../time/use-at-deadline'
import { useMoments } from '../time/use-moments'
import { Banner } from '../ui/banner'
import { ButtonLink } from '../ui/button'
import { Countdown } from '../ui/countdown'

type Props = {
  memberships: readonly {
    standing: TwoFactorStanding
    deadline?: string | null
    allowedMethods: readonly FactorMethod[]
    network: { name: string }
  }[]
  /** The account has a method, if none that counts in that network. */
  hasMethod: boolean
  /** The deadline has passed: cached facts about the networks are out of date. */
  onEnd: () => void
}

/** The nearest deadline of this account, wherever the person is. */
export function DeadlineBanner({ memberships, hasMethod, onEnd }: Props) {
  const texts = useTexts('common')
  const t = texts.banner
  const moments = useMoments()
  const { pathname } = useLocation()
  const due = memberships
    .flatMap(({ standing, deadline, ...rest }) => (standing === 'GRACE' && deadline ? [{ deadline, ...rest }] : []))
    .sort((a, b) => Date.parse(a.deadline) - Date.parse(b.deadline))[0]
  useAtDeadline(due?.deadline ?? null, onEnd)
  if (!due) return null
  const moment = moments.full(due.deadline)
  const accepted = due.allowedMethods.map((method) => texts.methods[method]).join(', ')
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
      {hasMethod
        ? t.otherMethod({ network: due.network.name, accepted, moment })
        : t.required({ network: due.network.name, moment })}{' '}
      <Countdown until={due.deadline} />
    </Banner>
  )
}
