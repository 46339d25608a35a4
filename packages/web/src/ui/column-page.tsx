import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** A 720-pixel column of titled rows. */
export function ColumnPage({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-[45rem] px-4 py-8 sm:py-10">{children}</div>
}

type SectionProps = { title: string; intro?: ReactNode; children: ReactNode; id?: string }

export function Section({ title, intro, children, id }: SectionProps) {
  return (
    <section aria-labelledby={id ? `${id}-title` : undefined} id={id} className="mt-10">
      <h2 id={id ? `${id}-title` : undefined} className="text-section">
        {title}
      </h2>
      {intro ? <div className="mt-1 text-muted">{intro}</div> : null}
      <div className="mt-4 divide-y divide-hair rounded-card border border-hair bg-surface">{children}</div>
    </section>
  )
}

/** Rows of a page whose heading says already what they are. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="divide-y divide-hair rounded-card border border-hair bg-surface">
      {children}
    </section>
  )
}

type RowProps = {
  title: ReactNode
  action?: ReactNode
  /** The text is a paragraph: the action stands below it. */
  isLong?: boolean
  children?: ReactNode
}

/** What it is at the left, what can be done with it at the right; below each other where it is narrow. */
export function Row({ title, action, isLong = false, children }: RowProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 p-4 sm:px-6">
      <div className={classNames('flex-1', isLong ? 'min-w-full' : 'min-w-[min(12rem,100%)]')}>
        <div className="font-semibold">{title}</div>
        {children ? <div className="text-meta text-muted">{children}</div> : null}
      </div>
      {action ? <div className="flex flex-wrap gap-2">{action}</div> : null}
    </div>
  )
}
