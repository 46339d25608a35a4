import { useEffect, useRef } from 'react'
import { NavLink, useLocation } from 'react-router'

type Tab = { to: string; label: string }

/** Places of one page beside each other; where they do not fit, the row scrolls. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const row = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place says which tab is the current one
  useEffect(() => {
    row.current?.querySelector('[aria-current=page]')?.scrollIntoView?.({ block: 'nearest', inline: 'center' })
  }, [pathname])
  return (
    <nav
      ref={row}
      aria-label={label}
      className="mt-2 mb-6 overflow-x-auto border-b border-hair max-md:-mx-4 max-md:px-4"
    >
      <ul className="flex w-max gap-x-6">
        {tabs.map(({ to, label: name }) => (
          <li key={to}>
            <NavLink
              to={to}
              end
              // The ring is drawn inside: the row would cut it off.
              className="flex min-h-11 items-center border-b-2 border-transparent whitespace-nowrap text-muted hover:border-line hover:text-ink focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {name}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
