import { useState } from 'react'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Section } from '../../ui/column-page'
import { AddDomainDialog } from './add-domain-dialog'
import { DomainRow } from './domain-row'
import type { NetworkSsoFields } from './sso-documents'

export function DomainsSection({ domains }: { domains: NetworkSsoFields['domains'] }) {
  const t = useTexts('ssoAdmin').domains
  const [isAdding, setAdding] = useState(false)
  return (
    <Section title={t.title} id="domains" intro={t.line}>
      {domains.map((domain) => (
        <DomainRow key={domain.name} domain={domain} />
      ))}
      <div className="p-4 sm:px-6">
        {domains.length === 0 ? <p className="mb-2 text-meta text-muted">{t.none}</p> : null}
        <Button onClick={() => setAdding(true)}>{t.add}</Button>
      </div>
      {isAdding ? <AddDomainDialog onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}
