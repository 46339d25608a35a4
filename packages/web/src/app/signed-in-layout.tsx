import { useApolloClient, useQuery } from '@apollo/client/react'
import { Suspense } from 'react'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { useAdmission } from '../api/admission'
import { failureOf } from '../api/failure'
import { FailureCallout } from '../api/failure-callout'
import { NetworkSwitcher } from '../features/networks/network-switcher'
import { graphql } from '../generated/gql'
import { withQuery } from '../steps/return-path'
import { useSignOut } from '../steps/use-sign-out'
import { useTexts } from '../texts/use-texts'
import { HelpFooter } from '../ui/help-footer'
import { Icon } from '../ui/icon'
import { Menu } from '../ui/menu'
import { TimeLimit } from '../ui/time-limit'
import { Wordmark } from '../ui/wordmark'
import { DeadlineBanner } from './deadline-banner'
import { KeepAccountPage } from './keep-account.page'
import { useAccountLanguage } from './use-account-language'

const SHELL = graphql(`
  query Shell {
    viewer {
      id
      name
      email
      sessionExpiresAt
      isCompanySignIn
      deletionAt
      locale
      twoFactor {
        id
        isOn
      }
      memberships {
        id
        standing
        deadline
        allowedMethods
        network {
          id
          name
          slug
        }
      }
    }
  }
`)

/** Around every page of a signed-in user: where they are, as whom, and what is due. */
export function SignedInLayout() {
  const t = useTexts('common')
  const client = useApolloClient()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const { data, error, refetch } = useQuery(SHELL)
  const { mayCreateNetworks } = useAdmission()
  useAccountLanguage(data?.viewer?.locale ?? null)
  if (!data) return <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} />
  if (!data.viewer) return <Navigate to={withQuery('/sign-in', { next: pathname + search })} replace />
  const { viewer } = data
  if (viewer.deletionAt) return <KeepAccountPage deletionAt={viewer.deletionAt} />
  return (
    <div className="flex min-h-dvh flex-col max-md:has-[.bottom-bar]:pb-16">
      <a
        href="#content"
        className="sr-only rounded-control bg-accent px-4 py-3 text-on-accent focus:not-sr-only focus:absolute focus:z-20"
      >
        {t.skip}
      </a>
      <header className="border-b border-hair bg-surface">
        <div className="flex items-center justify-between gap-4 px-4 py-1.5 lg:px-6">
          <Wordmark to="/networks" hasNeighbors />
          <div className="flex min-w-0 items-center">
            <NetworkSwitcher
              memberships={viewer.memberships}
              mayCreate={mayCreateNetworks && !viewer.isCompanySignIn}
            />
            <AccountMenu name={viewer.name} email={viewer.email} />
          </div>
        </div>
      </header>
      <DeadlineBanner memberships={viewer.memberships} hasMethod={viewer.twoFactor.isOn} onEnd={() => void refetch()} />
      <main id="content" tabIndex={-1} className="flex-1">
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <HelpFooter className="w-full px-4 lg:px-6" />
      <TimeLimit
        endsAt={viewer.sessionExpiresAt}
        title={t.time.sessionTitle}
        line={t.time.sessionLine}
        onExtend={() => void refetch()}
        onEnd={() => {
          void client.clearStore()
          navigate(withQuery('/sign-in', { next: pathname + search }))
        }}
      />
    </div>
  )
}

function AccountMenu({ name, email }: { name: string; email: string }) {
  const t = useTexts('common').menu
  const navigate = useNavigate()
  const signOut = useSignOut()
  return (
    <Menu
      label={t.label({ name })}
      trigger={
        <>
          <Icon name="person" />
          <span className="max-w-40 truncate max-[30rem]:sr-only">{name}</span>
        </>
      }
      header={
        <>
          <span className="block truncate font-semibold">{name}</span>
          <span className="block truncate text-meta text-muted">{email}</span>
        </>
      }
      items={[
        { label: t.account, onSelect: () => navigate('/account') },
        { label: t.networks, onSelect: () => navigate('/networks') },
        { label: t.signOut, onSelect: () => void signOut() },
      ]}
    />
  )
}
