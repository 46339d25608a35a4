import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Chip, type ChipTone } from '../../ui/chip'
import { Icon } from '../../ui/icon'
import { Moment } from '../../ui/moment'
import type { ListedMember } from './security-documents'

const tones = {
  PROTECTED: 'good',
  COMPANY_SIGN_IN: 'company',
  NOT_YET: 'plain',
  UNTIL: 'time',
  CLOSED: 'late',
} as const satisfies Record<string, ChipTone>

/** Without a mandate nobody is overdue, so only the part of the coverage is shown. */
export function MemberStatus({ member }: { member: ListedMember }) {
  const t = useTexts('security').members
  const moments = useMoments()
  const { standing, part, deadline, deletionAt, ssoProof } = member
  const status = standing === 'GRACE' ? 'UNTIL' : standing === 'OVERDUE' ? 'CLOSED' : part
  const proof = ssoProof && ssoProof !== 'PROVED' ? t.ssoProof[ssoProof] : null
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <Chip tone={tones[status]}>
        {status === 'UNTIL' && deadline ? (
          <Moment at={deadline} textOf={(moment) => t.until({ moment })} />
        ) : (
          t.shown[status === 'UNTIL' ? 'NOT_YET' : status]
        )}
      </Chip>
      {deletionAt ? (
        <Chip tone="time" icon="close">
          <time dateTime={deletionAt} title={moments.full(deletionAt)}>
            {t.deletion({ moment: moments.near(deletionAt) })}
          </time>
        </Chip>
      ) : null}
      {proof ? (
        <span title={proof} className="text-time">
          <Icon name="warning" className="size-4" />
          <span className="sr-only">{proof}</span>
        </span>
      ) : null}
    </span>
  )
}
