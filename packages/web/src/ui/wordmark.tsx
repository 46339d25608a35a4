import { Link } from 'react-router'

/** Two rings that hold each other. */
export function Wordmark({ to = '/' }: { to?: string }) {
  return (
    <Link to={to} className="inline-flex min-h-11 items-center gap-2.5 rounded-control text-section font-semibold">
      <svg viewBox="0 0 36 24" className="h-6 w-9" fill="none" strokeWidth="3.5" aria-hidden="true">
        <circle cx="12.5" cy="12" r="9" className="stroke-accent" />
        <circle cx="23.5" cy="12" r="9" className="stroke-ink" />
        <path d="M18 4.9A9 9 0 0 1 21.5 12" className="stroke-accent" />
      </svg>
      Twinlock
    </Link>
  )
}
