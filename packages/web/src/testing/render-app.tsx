import { ApolloClient, ApolloLink } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { type RenderResult, render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { type ReactNode, Suspense } from 'react'
import { MemoryRouter, type Path, useLocation } from 'react-router'
import { ApiClientContext } from '../api/api-client'
import { clientOptions } from '../api/cache'
import { Toaster } from '../ui/toast'
import { type Asked, answeringLink, type Script } from './answering-link'

export type Rendered = RenderResult & { user: UserEvent; asked: Asked[]; address: () => string; kept: () => unknown }

/** Shows a page at an address, or at one as the browser's history has kept it, with a server that answers from a script. */
export function renderApp(
  page: ReactNode,
  at: string | (Partial<Path> & { state: unknown }),
  script: Script,
  before?: ApolloLink,
): Rendered {
  const { link, asked } = answeringLink(script)
  const client = new ApolloClient({
    ...clientOptions(),
    link: before ? ApolloLink.from([before, link]) : link,
  })
  let address = ''
  let kept: unknown
  const rendered = render(
    <ApiClientContext value={async () => client}>
      <ApolloProvider client={client}>
        <MemoryRouter initialEntries={[at]}>
          <Suspense>{page}</Suspense>
          <Toaster />
          <Address
            tell={(place, state) => {
              address = place
              kept = state
            }}
          />
        </MemoryRouter>
      </ApolloProvider>
    </ApiClientContext>,
  )
  return { ...rendered, user: userEvent.setup(), asked, address: () => address, kept: () => kept }
}

function Address({ tell }: { tell: (address: string, kept: unknown) => void }) {
  const { pathname, search, hash, state } = useLocation()
  tell(pathname + search + hash, state)
  return null
}
