import type { ApolloClient } from '@apollo/client'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Outlet, useNavigate } from 'react-router'
import { ApiClientContext, type LoadApiClient } from '../api/api-client'
import { createConfirmGate } from '../api/confirm-gate'
import { reportAccountChanged } from '../api/current-account'
import { withQuery } from '../steps/return-path'
import { loadTexts } from '../texts/text-store'
import { Toaster } from '../ui/toast'
import { AccountElsewhere, useAccountElsewhere } from './account-elsewhere'
import type { InterruptionHandlers } from './interruption-link'
import { leaveForCompany } from './leave-for-company'

const ConfirmDialog = lazy(async () => {
  const [module] = await Promise.all([import('../features/confirm-it-is-you/confirm-dialog'), loadTexts('common')])
  return { default: module.ConfirmDialog }
})

const ApiProvider = lazy(async () => ({ default: (await import('./api-provider')).ApiProvider }))

/** Around the routes whose pages query: all but the sign-in. */
export function WithApi() {
  return (
    <ApiProvider>
      <Outlet />
    </ApiProvider>
  )
}

/** A failed load, when the network was away, is tried again by the next call. */
function loadOnce(handlers: InterruptionHandlers): LoadApiClient {
  let client: Promise<ApolloClient> | undefined
  return () => {
    client ??= import('./apollo-client')
      .then(({ createApolloClient }) => createApolloClient(handlers))
      .catch((error) => {
        client = undefined
        throw error
      })
    return client
  }
}

/** The API client, the dialog it may open, and the toasts. */
export function Providers({ children }: { children: ReactNode }) {
  const navigate = useNavigate()
  const gate = useMemo(createConfirmGate, [])
  // One client for the life of the page: `navigate` is another function after each navigation, and a new client
  // with it would forget all that was read. The first one leads to the same places.
  const [loadClient] = useState(() => {
    const goTo = (path: string) => {
      const { pathname, search } = window.location
      if (pathname.startsWith(path)) return
      navigate(withQuery(path, { next: pathname + search }))
    }
    const load = loadOnce({
      confirm: gate.ask,
      goTo,
      accountChanged: reportAccountChanged,
      showClosedNetwork: (slug) => {
        const place = `/networks/${slug}`
        // On the network's own page the notice covers the page, which retains what was typed.
        if (`${window.location.pathname}/`.startsWith(`${place}/`))
          void load().then((client) => client.refetchQueries({ include: ['Shell'] }))
        else goTo('/account/two-factor/set-up')
      },
      leaveFor: (url, slug) =>
        leaveForCompany(url, () => navigate(withQuery('/sign-in/sso', { network: slug, problem: 'UNTRUSTED' }))),
      askOwner: (network) => navigate(companyPage(network, 'OWNER_CHOICE')),
      askForProof: (network) => navigate(companyPage(network, 'NO_PROOF')),
    })
    return load
  })
  // After the first paint, so that it is there when the sign-in is sent.
  useEffect(() => void loadClient().catch(() => {}), [loadClient])
  const [change, settleChange] = useAccountElsewhere()
  const request = useSyncExternalStore(gate.subscribe, gate.current)
  return (
    <ApiClientContext value={loadClient}>
      {change ? <AccountElsewhere change={change} onSettled={settleChange} /> : children}
      {request && !change ? (
        <Suspense>
          <ApiProvider>
            <ConfirmDialog request={request} onSettled={gate.answer} />
          </ApiProvider>
        </Suspense>
      ) : null}
      <Toaster />
    </ApiClientContext>
  )
}

/** What is to be said of a network's company sign-in, and the way back to where the person is. */
function companyPage(network: string, problem: 'OWNER_CHOICE' | 'NO_PROOF'): string {
  const { pathname, search } = window.location
  return withQuery('/sign-in/sso', { network, problem, next: pathname + search })
}
