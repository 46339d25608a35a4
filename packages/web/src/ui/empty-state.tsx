import type { ReactNode } from 'react'

/** Says what will be here, and offers the one thing that brings it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="px-4 py-8 text-center sm:px-8">
      <Drawing />
      <p className="text-section">{title}</p>
      {children ? <div className="mx-auto mt-1 max-w-2xl text-muted">{children}</div> : null}
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  )
}

/** Two rings that do not hold each other yet, on a quiet ground. */
function Drawing() {
  return (
    <svg viewBox="0 0 160 72" className="mx-auto mb-4 h-16 w-36" fill="none" aria-hidden="true">
      <rect x="14" y="10" width="132" height="52" rx="26" className="fill-wash" />
      <circle cx="62" cy="36" r="17" strokeWidth="6" className="stroke-accent" />
      <circle cx="98" cy="36" r="17" strokeWidth="6" strokeDasharray="7 6.35" className="stroke-line" />
    </svg>
  )
}
