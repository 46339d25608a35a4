import type { ReactNode } from 'react'
import { Icon } from './icon'

/** More for who needs it, folded away for who does not. */
export function Disclosure({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-control text-accent [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="-rotate-90 group-open:rotate-0 rtl:rotate-90 rtl:group-open:rotate-0" />
        <span className="underline underline-offset-3">{summary}</span>
      </summary>
      <div className="pt-1 pb-3 ps-7">{children}</div>
    </details>
  )
}
