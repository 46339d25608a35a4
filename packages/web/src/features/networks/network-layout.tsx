import { useQuery } from '@apollo/client/react'
import { isAdminRole } from '@twinlock/shared/vocabulary'
import { useEffect, useState } from 'react'
import { Outlet, useParams } from 'react-router'
import { failureOf, Interrupted, interruptionCodeOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { graphql } from '../../generated/gql'
import { CompanySessionNote } from '../../steps/company-session-note'
import type { OpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { AdminPage, type Place } from '../../ui/admin-page'
import { ButtonLink } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { ColumnPage } from '../../ui/column-page'
import { PageHeading } from '../../ui/page-heading'
import { RetainedPage } from '../../ui/retained-page'
import { Skeleton } from '../../ui/skeleton'
import { ClosedNetwork, SecondStepGate } from './closed-network'
import { type MyNetwork, useMyNetworks } from './my-networks'

graphql(`
  fragment NetworkFields on Network {
    id
    slug
    name
    plan
    deletionAt
    membership {
      id
      role
      standing
      deadline
    }
  }
`)

const NETWORK = graphql(`
  query Network($slug: String!) {
    network(slug: $slug) {
      ...NetworkFields
    }
  }
`)

/** Around every page of one network: the notice while it is closed, otherwise its pages. */
export function NetworkLayout() {
  const { slug = '' } = useParams()
  const { networks, isCompanySignIn, error, isLoading, refetch } = useMyNetworks()
  const membership = networks?.find(({ network }) => network.slug === slug)
  const [openedSlug, setOpenedSlug] = useState<string | null>(null)
  const isClosed = membership?.standing === 'OVERDUE'
  if (membership && !isClosed && openedSlug !== slug) setOpenedSlug(slug)
  const isKept = isClosed && openedSlug === slug
  useOnReturn(isKept, () => void refetch())
  if (membership) {
    const others = networks?.filter((other) => other !== membership && other.standing !== 'OVERDUE') ?? []
    return (
      <>
        {isClosed ? (
          <ClosedNetwork membership={membership} hasOthers={others.length > 0} isPageRetained={isKept} />
        ) : null}
        {isClosed && !isKept ? null : (
          <RetainedPage key={slug} isAside={isClosed}>
            <OpenDoor slug={slug} membership={membership} />
          </RetainedPage>
        )}
      </>
    )
  }
  if (error)
    return (
      <ColumnPage>
        <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} />
      </ColumnPage>
    )
  return isLoading ? <Waiting /> : <Missing isCompanySignIn={isCompanySignIn} />
}

function OpenDoor({ slug, membership }: { slug: string; membership: MyNetwork }) {
  const t = useTexts('networks')
  const { data, error, refetch } = useQuery(NETWORK, { variables: { slug } })
  const network = data?.network
  if (network?.membership) {
    const opened: OpenedNetwork = { ...network, membership: network.membership }
    return (
      <>
        <DeletionNote network={opened} />
        <AdminPage label={t.nav.label({ name: network.name })} places={placesOf(opened, t.nav)}>
          <Outlet context={opened} />
        </AdminPage>
      </>
    )
  }
  // The browser is about to leave; a question that nobody is to answer would flash up.
  if (error instanceof Interrupted && error.isLedAway) return <Waiting />
  if (error instanceof Interrupted || interruptionCodeOf(error) === 'TWO_FACTOR_REQUIRED')
    return <SecondStepGate network={membership.network} onConfirm={() => void refetch()} />
  if (error)
    return (
      <ColumnPage>
        <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} />
      </ColumnPage>
    )
  return data ? <Missing /> : <Waiting />
}

/** Tells members that the network ends, and when. */
function DeletionNote({ network: { name, deletionAt } }: { network: OpenedNetwork }) {
  const t = useTexts('networks')
  const moments = useMoments()
  if (!deletionAt) return null
  return (
    <div className="px-4 pt-6 lg:px-6">
      <Callout tone="time">{t.deletion({ network: name, moment: moments.full(deletionAt) })}</Callout>
    </div>
  )
}

function placesOf(
  { slug, membership }: OpenedNetwork,
  t: { home: string; people: string; security: string; integrations: string; apps: string },
): Place[] {
  const base = `/networks/${slug}`
  return [
    { to: base, label: t.home, icon: 'home' },
    { to: `${base}/people`, label: t.people, icon: 'people' },
    ...(isAdminRole(membership.role)
      ? [
          { to: `${base}/security`, label: t.security, icon: 'rings' as const },
          { to: `${base}/apps`, label: t.apps, icon: 'apps' as const },
          { to: `${base}/integrations`, label: t.integrations, icon: 'code' as const },
        ]
      : []),
  ]
}

/** The set-up is done in another tab, or on a phone: a user who comes back to this one finds it as it was. */
function useOnReturn(isWaiting: boolean, look: () => void) {
  useEffect(() => {
    if (!isWaiting) return
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  })
}

function Missing({ isCompanySignIn = false }: { isCompanySignIn?: boolean }) {
  const t = useTexts('networks').missing
  return (
    <ColumnPage>
      <PageHeading>{t.title}</PageHeading>
      <p className="mt-2 mb-6 text-muted">{t.line}</p>
      <ButtonLink kind="primary" to="/networks">
        {t.button}
      </ButtonLink>
      {isCompanySignIn ? (
        <div className="mt-6">
          <CompanySessionNote />
        </div>
      ) : null}
    </ColumnPage>
  )
}

function Waiting() {
  return (
    <ColumnPage>
      <Skeleton lines={4} />
    </ColumnPage>
  )
}
