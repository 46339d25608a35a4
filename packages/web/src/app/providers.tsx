import { ApolloProvider } from '@apollo/client/react'
import { lazy, type ReactNode, Suspense, useMemo, useState, useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'
import { createConfirmGate } from '../api/confirm-gate'
import { reportAccountChanged } from '../api/current-account'
import { placeWith } from '../steps/place-with'
import { loadTexts } from '../texts/text-store'
import { Toaster } from '../ui/toast'
import { AccountElsewhere, useAccountElsewhere } from './account-elsewhere'
import { createApolloClient } from './apollo-client'
import { leaveForCompany } from './leave-for-company'

const ConfirmDialog = lazy(async () => {
  const [module] = await Promise.all([import('../features/confirm-it-is-you/confirm-dialog'), loadTexts('common')])
  return { default: module.ConfirmDialog }
})

/** The API client, the dialog it may call for, and the voice for what changes without being looked at. */
export function Providers({ children }: { children: ReactNode }) {
  const navigate = useNavigate()
  const gate = useMemo(createConfirmGate, [])
  // One client for the life of the page: `navigate` is another function after each navigation, and a client made anew
  // with it would forget all that was read. The first one leads to the same places.
  const [client] = useState(() => {
    const goTo = (path: string) => {
      const { pathname, search } = window.location
      if (pathname.startsWith(path)) return
      navigate(`${path}?next=${encodeURIComponent(pathname + search)}`)
    }
    const made = createApolloClient({
      confirm: gate.ask,
      goTo,
      accountChanged: reportAccountChanged,
      leadToDoor: (slug) => {
        const door = `/networks/${slug}`
        // On the network's own page its door comes to stand before it, and keeps what was typed.
        if (`${window.location.pathname}/`.startsWith(`${door}/`)) void made.refetchQueries({ include: ['Shell'] })
        else goTo('/account/two-factor/set-up')
      },
      leaveFor: (url, slug) =>
        leaveForCompany(url, () => navigate(placeWith('/sign-in/sso', { network: slug, problem: 'UNTRUSTED' }))),
      askOwner: (network) => navigate(companyPage(network, 'OWNER_CHOICE')),
      askForProof: (network) => navigate(companyPage(network, 'NO_PROOF')),
    })
    return made
  })
  const [change, settleChange] = useAccountElsewhere()
  const request = useSyncExternalStore(gate.subscribe, gate.current)
  return (
    <ApolloProvider client={client}>
      {change ? <AccountElsewhere change={change} onSettled={settleChange} /> : children}
      {request && !change ? (
        <Suspense>
          <ConfirmDialog request={request} onSettled={gate.answer} />
        </Suspense>
      ) : null}
      <Toaster />
    </ApolloProvider>
  )
}

/** What is to be said of a network's company sign-in, and the way back to where the person is. */
function companyPage(network: string, problem: 'OWNER_CHOICE' | 'NO_PROOF'): string {
  const { pathname, search } = window.location
  return placeWith('/sign-in/sso', { network, problem, next: pathname + search })
}
