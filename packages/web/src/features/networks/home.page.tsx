import { useQuery } from '@apollo/client/react'
import { isAdminRole } from '@twinlock/shared/vocabulary'
import { Loading } from '../../api/loading'
import { graphql } from '../../generated/gql'
import type { NetworkHomeQuery } from '../../generated/graphql'
import { type OpenedNetwork, useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { ButtonLink, TextLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { PageHeading } from '../../ui/page-heading'
import { FirstSteps } from './first-steps'
import { OwnStatus } from './own-status'
import { UnprotectedCard } from './unprotected-card'
import { YourApps } from './your-apps'

const NETWORK_HOME = graphql(`
  query NetworkHome($slug: String!) {
    viewer {
      id
      isCompanySignIn
      twoFactor {
        id
        isOn
      }
    }
    network(slug: $slug) {
      id
      peopleCount
      people(first: 8) {
        nodes {
          id
          name
          role
          isViewer
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`)

/** How many the server counts at most. */
const COUNTED = 1_000

export function NetworkHomePage() {
  const t = useTexts('networks')
  const network = useOpenedNetwork()
  const { data, error, refetch } = useQuery(NETWORK_HOME, { variables: { slug: network.slug } })
  const { role } = network.membership
  return (
    <>
      <PageHeading>{network.name}</PageHeading>
      <p className="mt-1 text-muted">
        {t.home.youAre({ role: t.rolesInSentence[role] })} {t.plans[network.plan]}.
      </p>
      <FirstSteps network={network}>
        <OwnStatus
          membership={network.membership}
          isOn={data?.viewer?.twoFactor.isOn ?? false}
          isCompanySignIn={data?.viewer?.isCompanySignIn ?? false}
        />
      </FirstSteps>
      <UnprotectedCard network={network} />
      <YourApps network={network} />
      {data?.network ? (
        <WhoIsHere network={network} found={data.network} />
      ) : (
        <Loading error={error} onRetry={refetch} lines={4} />
      )}
    </>
  )
}

type Found = NonNullable<NetworkHomeQuery['network']>

function WhoIsHere({ network, found }: { network: OpenedNetwork; found: Found }) {
  const texts = useTexts('networks')
  const t = texts.home
  const { nodes, pageInfo } = found.people
  const isAdmin = isAdminRole(network.membership.role)
  const to = `/networks/${network.slug}/people`
  const invite = isAdmin ? <ButtonLink to={`${to}#invite`}>{t.invite}</ButtonLink> : null
  return (
    <section aria-labelledby="who" className="mt-10">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="who" className="text-section">
          {t.peopleTitle}{' '}
          {found.peopleCount ? (
            <span className="ms-2 text-meta font-normal text-muted">
              {t.count({ count: found.peopleCount, isMore: found.peopleCount >= COUNTED })}
            </span>
          ) : null}
        </h2>
        {nodes.length > 1 ? invite : null}
      </div>
      {network.membership.role === 'GUEST' ? (
        <p className="mt-1 text-muted">{t.guest({ network: network.name })}</p>
      ) : null}
      {nodes.length === 1 && isAdmin ? (
        <div className="mt-4">
          <EmptyState title={t.alone} action={invite}>
            {t.aloneLine}
          </EmptyState>
        </div>
      ) : (
        <ul className="mt-4 grid gap-px overflow-hidden rounded-card border border-hair bg-surface sm:grid-cols-2">
          {nodes.map((person) => (
            <li key={person.id} className="flex min-h-13 items-center gap-3 px-4 py-2 sm:px-6">
              <span className="min-w-0 flex-1 truncate">
                {person.name}
                {person.isViewer ? <span className="text-muted"> ({texts.people.you})</span> : null}
              </span>
              <span className="text-meta text-muted">{texts.roles[person.role]}</span>
            </li>
          ))}
        </ul>
      )}
      {pageInfo.hasNextPage || (nodes.length > 1 && network.membership.role !== 'GUEST') ? (
        <TextLink to={to} className="mt-2">
          {t.seeAll}
        </TextLink>
      ) : null}
    </section>
  )
}
