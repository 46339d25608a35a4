import { useTexts } from '../../texts/use-texts'
import { Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { AddDomainDialog } from './add-domain-dialog'
import { DomainRow } from './domain-row'
import type { NetworkSsoFields } from './sso-documents'

export function DomainsSection({ domains }: { domains: NetworkSsoFields['domains'] }) {
  const t = useTexts('ssoAdmin').domains
  return (
    <Section title={t.title} id="domains" intro={t.line}>
      {domains.map((domain) => (
        <DomainRow key={domain.name} domain={domain} />
      ))}
      <div className="p-4 sm:px-6">
        {domains.length === 0 ? <p className="mb-2 text-meta text-muted">{t.none}</p> : null}
        <DialogButton dialog={(close) => <AddDomainDialog onClose={close} />}>{t.add}</DialogButton>
      </div>
    </Section>
  )
}
