import { useTexts } from '../texts/use-texts'

/** Holds the place of what is on its way, so that nothing jumps when it comes. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const t = useTexts('common')
  return (
    <div role="status" className="arriving space-y-4 py-2">
      <span className="sr-only">{t.loading}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <div key={line} className="h-12 rounded-control bg-wash" />
      ))}
    </div>
  )
}
