import { useLocation, useNavigate } from 'react-router'
import type { TwoFactorStanding } from '../../generated/graphql'
import { useTexts } from '../../texts/use-texts'
import { Menu } from '../../ui/menu'
import { useStandingLabel } from './standing-status'

const SHOWN = 8

type Props = {
  mayCreate: boolean
  memberships: readonly {
    id: string
    standing: TwoFactorStanding
    deadline?: string | null
    network: { name: string; slug: string }
  }[]
}

/** In the header: which network one is in, and the way to the others. */
export function NetworkSwitcher({ memberships, mayCreate }: Props) {
  const t = useTexts('networks').switcher
  const labelOf = useStandingLabel()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [, , slug] = pathname.startsWith('/networks/') ? pathname.split('/') : []
  const here = memberships.find(({ network }) => network.slug === slug)
  if (memberships.length === 0) return null
  return (
    <Menu
      label={here ? t.label({ name: here.network.name }) : t.labelNone}
      trigger={<span className="max-w-52 truncate max-[30rem]:max-w-28">{here?.network.name ?? t.none}</span>}
      items={[
        ...memberships.slice(0, SHOWN).map((membership) => ({
          label: membership.network.name,
          detail: labelOf(membership),
          isCurrent: membership === here,
          onSelect: () => navigate(`/networks/${membership.network.slug}`),
        })),
        { label: t.all, onSelect: () => navigate('/networks') },
        ...(mayCreate ? [{ label: t.create, onSelect: () => navigate('/networks/new') }] : []),
      ]}
    />
  )
}
