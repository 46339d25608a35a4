import type { ReactNode } from 'react'
import { Icon } from './icon'

/** One line about time, above the page and never over it. */
export function Banner({ label, children, action }: { label: string; children: ReactNode; action: ReactNode }) {
  return (
    <section aria-label={label} className="border-b border-time/40 bg-time-soft">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 lg:px-6">
        <Icon name="clock" className="text-time" />
        <p className="min-w-[min(16rem,80%)] flex-1">{children}</p>
        {action}
      </div>
    </section>
  )
}
