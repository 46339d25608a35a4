import { useTexts } from '../../texts/use-texts'
import { CopyButton } from '../../ui/copy-button'

/** Something to carry over to another console, by one press. */
export function CopyRow({ label, text, copyLabel }: { label: string; text: string; copyLabel: string }) {
  const t = useTexts('ssoAdmin').setUp
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <div className="min-w-0 flex-1">
        <div className="text-meta text-muted">{label}</div>
        <code className="text-meta wrap-anywhere">{text}</code>
      </div>
      <CopyButton text={text} label={t.copyShort} fullLabel={copyLabel} kind="quiet" className="text-meta" />
    </div>
  )
}
