import type { TwoFactorStanding } from '../../generated/graphql'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { classNames } from '../../ui/class-names'
import { Icon, type IconName } from '../../ui/icon'

type Props = { standing: TwoFactorStanding; deadline?: string | null | undefined }

const looks: Record<TwoFactorStanding, { icon: IconName; ink: string }> = {
  SATISFIED: { icon: 'check', ink: 'text-good' },
  EXEMPT_SSO: { icon: 'check', ink: 'text-good' },
  GRACE: { icon: 'clock', ink: 'text-time' },
  OVERDUE: { icon: 'clock', ink: 'text-time' },
  NOT_REQUIRED: { icon: 'info', ink: 'text-muted' },
}

/** Whether a person meets what a network requires: an icon, and a text that says the same. */
export function StandingStatus({ standing, deadline }: Props) {
  const labelOf = useStandingLabel()
  const moments = useMoments()
  const look = looks[standing]
  return (
    <span
      title={standing === 'GRACE' && deadline ? moments.full(deadline) : undefined}
      className={classNames('inline-flex items-center gap-1.5 text-meta', look.ink)}
    >
      <Icon name={look.icon} />
      {labelOf({ standing, deadline })}
    </span>
  )
}

export function useStandingLabel(): (of: Props) => string {
  const t = useTexts('networks').status
  const moments = useMoments()
  return ({ standing, deadline }) => {
    switch (standing) {
      case 'SATISFIED':
        return t.protected
      case 'EXEMPT_SSO':
        return t.companySignIn
      case 'GRACE':
        return deadline ? t.until({ moment: moments.plain(deadline) }) : t.closed
      case 'OVERDUE':
        return t.closed
      case 'NOT_REQUIRED':
        return t.notRequired
    }
  }
}
