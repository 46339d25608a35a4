import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import type { ListedMember } from './security-documents'

const looks = {
  SATISFIED: { icon: 'check', ink: 'text-good' },
  EXEMPT_SSO: { icon: 'check', ink: 'text-good' },
  GRACE: { icon: 'clock', ink: 'text-time' },
  OVERDUE: { icon: 'warning', ink: 'text-time' },
  NOT_REQUIRED: { icon: 'info', ink: 'text-muted' },
} as const

/** An icon, and the word that says the same. */
export function MemberStatus({ member: { standing, deadline } }: { member: ListedMember }) {
  const t = useTexts('security').members
  const moments = useMoments()
  const look = looks[standing]
  const words = standing === 'GRACE' && deadline ? t.until(moments.full(deadline)) : t.statuses[standing]
  return (
    <span className={classNames('inline-flex items-center gap-1.5 text-meta', look.ink)}>
      <Icon name={look.icon} />
      {words}
    </span>
  )
}
