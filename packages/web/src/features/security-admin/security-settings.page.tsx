import { useQuery } from '@apollo/client/react'
import { Loading } from '../../api/loading'
import { useOpenedNetwork } from '../../steps/opened-network'
import { Measure } from '../../ui/admin-page'
import { NetworkEndSection } from './network-end-section'
import { NETWORK_SECURITY } from './security-documents'
import { SecurityTabs } from './security-tabs'
import { SettingsSection } from './settings-section'

/** What an Admin sets once for every member of the network. */
export function SecuritySettingsPage() {
  const { slug, membership } = useOpenedNetwork()
  const { data, error, refetch } = useQuery(NETWORK_SECURITY, { variables: { slug }, fetchPolicy: 'cache-and-network' })
  const security = data?.network?.security
  return (
    <>
      <SecurityTabs />
      <Measure>
        {security ? (
          <>
            <SettingsSection security={security} />
            {membership.role === 'OWNER' ? <NetworkEndSection /> : null}
          </>
        ) : (
          <Loading error={error} onRetry={refetch} lines={4} />
        )}
      </Measure>
    </>
  )
}
