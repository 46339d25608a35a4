import type { ReactNode } from 'react'
import { useLocation } from 'react-router'
import type { FactorMethod, TwoFactorStanding } from '../generated/graphql'
import { setUpPath } from '../steps/return-path'
import { useTexts } from '../texts/use-texts'
import { useAtDeadline } from '../time/server-clock'
import { useMoments } from '../time/use-moments'
import { ButtonLink } from '../ui/button'
import { Countdown } from '../ui/countdown'
import { Icon } from '../ui/icon'

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
  const to = setUpPath(pathname)
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

/** One line about time, above the page and never over it. */
function Banner({ label, children, action }: { label: string; children: ReactNode; action: ReactNode }) {
  return (
    <section aria-label={label} className="border-b border-time/40 bg-time-soft">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 lg:px-6">
        <Icon name="clock" className="text-time" />
        <p className="min-w-[min(16rem,80%)] flex-1">{children}</p>
        {action}
      </div>
    </section>
  )
}
