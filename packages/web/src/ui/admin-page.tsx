import type { ReactNode } from 'react'
import { NavLink, useLocation, useNavigate } from 'react-router'
import { Select } from './select'

type Place = { to: string; label: string }

/** 1120 pixels with the network's places at the left; on phones these become a picker. */
export function AdminPage({
  label,
  places,
  children,
}: {
  label: string
  places: readonly Place[]
  children: ReactNode
}) {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  // A page below one of the places belongs to it; the first is above them all.
  const here = places.findLast(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  return (
    <div className="mx-auto w-full max-w-[70rem] gap-10 px-4 py-8 md:grid md:grid-cols-[12rem_minmax(0,1fr)]">
      <nav aria-label={label} className="mb-6">
        <ul className="hidden space-y-1 md:block">
          {places.map((place) => (
            <li key={place.to}>
              <NavLink
                to={place.to}
                end={place === places[0]}
                className="flex min-h-11 items-center rounded-control px-3 hover:bg-wash aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold aria-[current=page]:text-accent"
              >
                {place.label}
              </NavLink>
            </li>
          ))}
        </ul>
        <Select
          className="md:hidden"
          label={label}
          isLabelHidden
          value={here?.to ?? ''}
          options={places.map((place) => ({ value: place.to, label: place.label }))}
          onChange={(to) => navigate(to)}
        />
      </nav>
      <div className="min-w-0">{children}</div>
    </div>
  )
}
