import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { Icon, type IconName } from './icon'

export type Place = { to: string; label: string; icon: IconName }

/** As wide as the window, with the network's places at the left; on phones these are a bar at the bottom. */
export function AdminPage({
  label,
  places,
  children,
}: {
  label: string
  places: readonly Place[]
  children: ReactNode
}) {
  return (
    <div className="gap-8 px-4 py-6 md:grid md:grid-cols-[12rem_minmax(0,1fr)] lg:px-6">
      <nav
        aria-label={label}
        className="bottom-bar max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-10 max-md:border-t max-md:border-hair max-md:bg-surface max-md:pb-[env(safe-area-inset-bottom)]"
      >
        <ul className="top-6 max-md:flex md:sticky md:space-y-1">
          {places.map((place) => (
            <li key={place.to} className="min-w-0 max-md:flex-auto">
              <NavLink
                to={place.to}
                end={place === places[0]}
                className="flex items-center rounded-control text-muted hover:bg-wash hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-accent max-md:min-h-14 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:px-0.5 md:min-h-10 md:gap-3 md:px-3 md:aria-[current=page]:bg-accent-soft"
              >
                <Icon name={place.icon} />
                <span className="max-w-full truncate max-md:text-[0.75rem] max-md:leading-4">{place.label}</span>
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

/** What is read rather than scanned stays narrow enough to read. */
export function Measure({ children }: { children: ReactNode }) {
  return <div className="max-w-[56rem]">{children}</div>
}
