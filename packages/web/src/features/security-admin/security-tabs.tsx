import { NavLink } from 'react-router'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { PageHeading } from '../../ui/page-heading'

/** The title of the Security page, and its two places. */
export function SecurityTabs() {
  const t = useTexts('security')
  const { slug } = useOpenedNetwork()
  const places = [
    { to: `/networks/${slug}/security`, label: t.tabs.twoFactor },
    { to: `/networks/${slug}/security/sso`, label: t.tabs.sso },
    { to: `/networks/${slug}/security/activity`, label: t.tabs.audit },
  ]
  return (
    <>
      <PageHeading>{t.title}</PageHeading>
      <nav aria-label={t.title} className="mt-4 mb-6 border-b border-hair">
        <ul className="flex flex-wrap gap-x-6">
          {places.map(({ to, label }) => (
            <li key={to}>
              <NavLink
                to={to}
                end
                className="flex min-h-11 items-center border-b-2 border-transparent hover:border-line aria-[current=page]:border-accent aria-[current=page]:font-semibold"
              >
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}
