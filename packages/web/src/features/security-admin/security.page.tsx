import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { troubleOf } from '../../api/trouble'
import { TroubleCallout } from '../../api/trouble-callout'
import { useOpenedNetwork } from '../../steps/opened-network'
import { Skeleton } from '../../ui/skeleton'
import { CoverageSection } from './coverage-section'
import { MandateState } from './mandate-state'
import { MembersSection } from './members-section'
import { Planner } from './planner'
import { NETWORK_SECURITY } from './security-documents'
import { SecurityTabs } from './security-tabs'
import type { ShownMembers } from './use-members'

/** Two-factor authentication of a network, for its Admins: where it stands, requiring it, and who is left. */
export function SecurityPage() {
  const { slug } = useOpenedNetwork()
  const { data, error, refetch } = useQuery(NETWORK_SECURITY, { variables: { slug }, fetchPolicy: 'cache-and-network' })
  const [shown, setShown] = useState<ShownMembers | null>(null)
  const security = data?.network?.security
  return (
    <>
      <SecurityTabs />
      {security ? (
        <div className="space-y-6">
          {security.mandatory ? (
            <MandateState mandate={security.mandatory} without={security.coverage.without} />
          ) : (
            <Planner />
          )}
          <CoverageSection
            coverage={security.coverage}
            history={security.coverageHistory}
            deadline={security.mandatory?.deadline ?? null}
            onShow={(next) => {
              setShown(next)
              document.getElementById('members-title')?.scrollIntoView()
            }}
          />
          <MembersSection isRequired={security.mandatory !== null} shown={shown} onShow={setShown} />
        </div>
      ) : error ? (
        <TroubleCallout trouble={troubleOf(error)} onRetry={() => void refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </>
  )
}
