import { useTexts } from '../../texts/use-texts'
import type { Asked } from './verification-documents'

/** What is confirmed, as the app has put it. */
export function Shown({ asked }: { asked: Asked }) {
  const t = useTexts('verification')
  const facts = [
    { label: t.reason, value: asked.reason },
    { label: t.amount, value: asked.amount },
    { label: t.payee, value: asked.payee },
  ].filter((fact): fact is { label: string; value: string } => fact.value !== null)
  return (
    <dl className="my-6 space-y-3 rounded-card border border-line bg-wash p-5">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-meta text-muted">{label}</dt>
          <dd className="break-words text-title">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
