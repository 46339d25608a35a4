import { ApolloProvider } from '@apollo/client/react'
import { lazy, type ReactNode, Suspense, useMemo, useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'
import { createConfirmGate } from '../api/confirm-gate'
import { loadTexts } from '../texts/text-store'
import { LiveRegion } from '../ui/live-region'
import { createApolloClient } from './apollo-client'

const ConfirmDialog = lazy(async () => {
  const [module] = await Promise.all([import('../features/confirm-it-is-you/confirm-dialog'), loadTexts('common')])
  return { default: module.ConfirmDialog }
})

/** The API client, the dialog it may call for, and the voice for what changes without being looked at. */
export function Providers({ children }: { children: ReactNode }) {
  const navigate = useNavigate()
  const gate = useMemo(createConfirmGate, [])
  const client = useMemo(
    () =>
      createApolloClient({
        confirm: gate.ask,
        goTo: (path) => {
          const { pathname, search } = window.location
          if (pathname.startsWith(path)) return
          navigate(`${path}?next=${encodeURIComponent(pathname + search)}`)
        },
        leaveFor: (url) => window.location.assign(url),
      }),
    // One client for the life of the page; `navigate` keeps meaning the same.
    [gate, navigate],
  )
  const request = useSyncExternalStore(gate.subscribe, gate.current)
  return (
    <ApolloProvider client={client}>
      {children}
      {request ? (
        <Suspense>
          <ConfirmDialog needs={request.needs} onSettled={gate.answer} />
        </Suspense>
      ) : null}
      <LiveRegion />
    </ApolloProvider>
  )
}
