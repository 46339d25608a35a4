import { useTexts } from '../../../texts/use-texts'
import { useMoments } from '../../../time/use-moments'
import { PageHeading } from '../../../ui/page-heading'
import type { InvitationPreview } from './invitation-documents'

/** Who asks, where to, and what comes with it. */
export function InvitationFacts({ preview }: { preview: InvitationPreview }) {
  const texts = useTexts('networks')
  const t = texts.invitation
  const moments = useMoments()
  const { networkName: network, isTwoFactorRequired } = preview
  const role = texts.rolesInSentence[preview.role]
  return (
    <div className="mb-6 space-y-3">
      <PageHeading>{t.title({ network })}</PageHeading>
      {preview.__typename === 'InvitationPreview' ? (
        <p>{t.line({ inviter: preview.inviterName, network, role })}</p>
      ) : (
        <p>{t.linkLine({ domains: preview.domains, network, role })}</p>
      )}
      {isTwoFactorRequired ? <p>{t.twoFactor({ network })}</p> : null}
      {preview.__typename === 'InvitationPreview' ? (
        <p className="text-meta text-muted">{t.until({ moment: moments.full(preview.expiresAt) })}</p>
      ) : null}
    </div>
  )
}
