import { Link, Navigate, useLocation } from 'react-router'
import { useAdmission } from '../../api/admission'
import { Loading } from '../../api/loading'
import { CompanySessionNote } from '../../steps/company-session-note'
import { useTexts } from '../../texts/use-texts'
import { ButtonLink } from '../../ui/button'
import { ColumnPage } from '../../ui/column-page'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { PageHeading } from '../../ui/page-heading'
import { type MyNetwork, useMyNetworks } from './my-networks'
import { StandingStatus } from './standing-status'

/** The page after signing in: the account’s networks, with the user’s standing. A single one opens at once. */
export function NetworksPage() {
  const t = useTexts('networks').picker
  const { networks, isCompanySignIn, error, refetch } = useMyNetworks()
  const { mayCreateNetworks } = useAdmission()
  const { state } = useLocation()
  const [only] = networks ?? []
  if (state?.isArriving && only && networks?.length === 1)
    return <Navigate to={`/networks/${only.network.slug}`} replace />
  const create = mayCreateNetworks ? (
    <ButtonLink kind={networks?.length ? 'secondary' : 'primary'} to="/networks/new">
      {t.create}
    </ButtonLink>
  ) : null
  return (
    <ColumnPage>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
        <PageHeading>{t.title}</PageHeading>
        {networks?.length && !isCompanySignIn ? create : null}
      </div>
      {networks ? null : <Loading error={error} onRetry={refetch} lines={2} />}
      {networks?.length === 0 ? (
        <EmptyState title={t.emptyTitle} action={create}>
          {mayCreateNetworks ? t.empty : t.emptyClosed}
        </EmptyState>
      ) : null}
      {networks?.length ? (
        <ul className="divide-y divide-hair overflow-hidden rounded-card border border-hair bg-surface">
          {networks.map((membership) => (
            <NetworkRow key={membership.id} membership={membership} />
          ))}
        </ul>
      ) : null}
      {isCompanySignIn ? (
        <div className="mt-6">
          <CompanySessionNote />
        </div>
      ) : null}
    </ColumnPage>
  )
}

function NetworkRow({ membership }: { membership: MyNetwork }) {
  const t = useTexts('networks')
  const { network, role, standing, deadline } = membership
  return (
    <li>
      <Link
        to={`/networks/${network.slug}`}
        className="flex items-center gap-4 p-4 -outline-offset-2 hover:bg-wash sm:px-6"
      >
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{network.name}</span>
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="text-meta text-muted">
              {t.roles[role]} · {t.plans[network.plan]}
            </span>
            <StandingStatus standing={standing} deadline={deadline} />
          </span>
        </span>
        <Icon name="arrow" className="text-muted" />
      </Link>
    </li>
  )
}
