import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import type { ListedMember } from './security-documents'

const looks = {
  PROTECTED: { icon: 'check', ink: 'text-good' },
  COMPANY_SIGN_IN: { icon: 'check', ink: 'text-good' },
  NOT_YET: { icon: 'info', ink: 'text-muted' },
  UNTIL: { icon: 'clock', ink: 'text-time' },
  CLOSED: { icon: 'warning', ink: 'text-time' },
} as const

/** An icon, and the word that says the same. While nothing is required, nobody is late: only where they count. */
export function MemberStatus({ member: { standing, part, deadline, ssoProof } }: { member: ListedMember }) {
  const t = useTexts('security').members
  const moments = useMoments()
  const status = standing === 'GRACE' ? 'UNTIL' : standing === 'OVERDUE' ? 'CLOSED' : part
  const { icon, ink } = looks[status]
  return (
    <>
      <span className={classNames('inline-flex items-center gap-1.5 text-meta', ink)}>
        <Icon name={icon} />
        {status === 'UNTIL' ? t.until({ moment: deadline ? moments.full(deadline) : '' }) : t.shown[status]}
      </span>
      {ssoProof ? <span className="block text-meta text-muted">{t.ssoProof[ssoProof]}</span> : null}
    </>
  )
}
