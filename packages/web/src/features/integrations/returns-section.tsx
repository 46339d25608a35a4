import { useTexts } from '../../texts/use-texts'
import { Row, Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { EmptyState } from '../../ui/empty-state'
import type { Key } from './integrations-documents'
import { ReturnsDialog } from './returns-dialog'

/** The return addresses of each key that may ask members to confirm something. */
export function ReturnsSection({ keys }: { keys: readonly Key[] }) {
  const t = useTexts('integrations').returns
  const asking = keys.filter(({ scopes, state }) => state !== 'REVOKED' && scopes.includes('verifications:write'))
  return (
    <Section id="returns" title={t.title} intro={t.line}>
      {asking.length === 0 ? (
        <div>
          <EmptyState title={t.emptyTitle}>{t.empty}</EmptyState>
        </div>
      ) : null}
      {asking.map((key) => (
        <Row
          key={key.id}
          title={key.name}
          action={
            <DialogButton
              aria-label={t.editNamed({ name: key.name })}
              dialog={(close) => <ReturnsDialog apiKey={key} onClose={close} />}
            >
              {t.edit}
            </DialogButton>
          }
        >
          {key.returnAddresses.length === 0 ? <p>{t.none}</p> : null}
          {key.returnAddresses.map((address) => (
            <p key={address} className="break-all font-mono">
              {address}
            </p>
          ))}
        </Row>
      ))}
    </Section>
  )
}
