import { type AuditEventFacts, auditEventText } from '@twinlock/shared/audit-event-text'
import { useLanguage, useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'

/**
 * What happened, in the reader's language and time zone. A type that this page does not know yet keeps the server's
 * sentence.
 */
export function useAuditEventText(): (entry: AuditEventFacts & { words: string }) => string {
  const texts = useTexts('auditEvents')
  const locale = useLanguage()
  const { plain: moment } = useMoments()
  return (entry) => auditEventText(entry, { locale, texts, moment }) ?? entry.words
}
