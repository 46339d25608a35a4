import { useTexts } from '../../../texts/use-texts'
import { useMoments } from '../../../time/use-moments'
import { PageHeading } from '../../../ui/page-heading'
import type { InvitationPreview } from './invitation-documents'

/** Who asks, where to, and what comes with it. */
export function InvitationFacts({ preview }: { preview: InvitationPreview }) {
  const texts = useTexts('networks')
  const t = texts.invitation
  const moments = useMoments()
  const { networkName, inviterName, role, isTwoFactorRequired, expiresAt } = preview
  return (
    <div className="mb-6 space-y-3">
      <PageHeading>{t.title({ network: networkName })}</PageHeading>
      <p>{t.line({ inviter: inviterName, network: networkName, role: texts.rolesInWords[role] })}</p>
      {isTwoFactorRequired ? <p>{t.twoFactor({ network: networkName })}</p> : null}
      <p className="text-meta text-muted">{t.until({ moment: moments.full(expiresAt) })}</p>
    </div>
  )
}
