import { useQuery } from '@apollo/client/react'
import { useEffect } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { Loading } from '../../api/loading'
import { useOpenedNetwork } from '../../steps/opened-network'
import { CoverageSection } from './coverage-section'
import { MandateState } from './mandate-state'
import { MembersSection } from './members-section'
import { Planner } from './planner'
import { NETWORK_SECURITY } from './security-documents'
import { SecurityTabs } from './security-tabs'
import { isShownMembers, type ShownMembers } from './use-members'

const MEMBERS = 'members-title'

/** Two-factor authentication of a network, for its Admins: where it stands, requiring it, and who is left. */
export function SecurityPage() {
  const { slug } = useOpenedNetwork()
  const { data, error, refetch } = useQuery(NETWORK_SECURITY, { variables: { slug } })
  const [shown, setShown] = useShown()
  const security = data?.network?.security
  useScrollToMembers(security !== undefined)
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
              document.getElementById(MEMBERS)?.scrollIntoView()
            }}
          />
          <MembersSection isRequired={security.mandatory !== null} shown={shown} onShow={setShown} />
        </div>
      ) : (
        <Loading error={error} onRetry={refetch} lines={8} />
      )}
    </>
  )
}

/** For links to the members alone, once they are there. */
function useScrollToMembers(isLoaded: boolean): void {
  const isWanted = useLocation().hash === `#${MEMBERS}`
  useEffect(() => {
    if (isLoaded && isWanted) document.getElementById(MEMBERS)?.scrollIntoView()
  }, [isLoaded, isWanted])
}

/** Stands in the address, so that other pages lead to a part of the members, and a reload stays there. */
function useShown(): [ShownMembers | null, (shown: ShownMembers | null) => void] {
  const [params, setParams] = useSearchParams()
  const asked = params.get('shown')
  return [
    isShownMembers(asked) ? asked : null,
    (shown) => setParams(shown ? { shown } : {}, { replace: true, preventScrollReset: true }),
  ]
}
