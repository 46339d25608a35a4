import { useQuery } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'
import { Loading } from '../../api/loading'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Section } from '../../ui/column-page'
import { EmptyState } from '../../ui/empty-state'
import { ConnectionDialog } from './connection-dialog'
import { DomainsSection } from './domains-section'
import { LinksRow } from './links-row'
import { NewcomersRow } from './newcomers-row'
import { ProofRow } from './proof-row'
import { ProviderSection } from './provider-section'
import { RequiredRow } from './required-row'
import { NETWORK_SSO } from './sso-documents'
import { TrialSection } from './trial-section'

/** A network's company sign-in, for its Admins. */
export function SsoPage() {
  const t = useTexts('ssoAdmin')
  const { slug } = useOpenedNetwork()
  const { hash } = useLocation()
  const [isSettingUp, setSettingUp] = useState(false)
  const { data, error, refetch } = useQuery(NETWORK_SSO, { variables: { slug } })
  const sso = data?.network?.sso
  const isThere = Boolean(sso)
  useEffect(() => {
    if (isThere && hash) document.querySelector(hash)?.scrollIntoView()
  }, [isThere, hash])
  if (!sso) {
    return <Loading error={error} onRetry={refetch} lines={8} />
  }
  const { connection } = sso
  return (
    <>
      <p className="max-w-[45rem] text-muted">{t.intro}</p>
      {connection ? (
        <>
          <TrialSection trial={sso.trial} />
          <ProviderSection
            connection={connection}
            isTwoFactorMandatory={data?.network?.security.mandatory != null}
            onChange={() => setSettingUp(true)}
          />
        </>
      ) : (
        <div className="mt-6">
          <EmptyState
            title={t.none.title}
            action={
              <Button kind="primary" onClick={() => setSettingUp(true)}>
                {t.none.button}
              </Button>
            }
          >
            {t.none.line}
          </EmptyState>
        </div>
      )}
      <DomainsSection domains={sso.domains} />
      {connection ? (
        <Section title={t.rules} id="rules">
          <NewcomersRow role={connection.justInTimeRole} />
          <RequiredRow connection={connection} counts={sso.counts} />
          <ProofRow connection={connection} counts={sso.counts} />
          {sso.counts.joined > 0 ? <LinksRow /> : null}
        </Section>
      ) : null}
      {isSettingUp ? <ConnectionDialog sso={sso} onClose={() => setSettingUp(false)} /> : null}
    </>
  )
}
