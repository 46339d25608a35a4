import { ApolloClient, ApolloLink, InMemoryCache } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { type RenderResult, render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { type ReactNode, Suspense } from 'react'
import { MemoryRouter, useLocation } from 'react-router'
import { possibleTypes } from '../generated/possible-types'
import { LiveRegion } from '../ui/live-region'
import { type Asked, answeringLink, type Script } from './answering-link'

export type Rendered = RenderResult & { user: UserEvent; asked: Asked[]; address: () => string }

/** Shows a page at an address, with a server that answers from a script. */
export function renderApp(page: ReactNode, at: string, script: Script, before?: ApolloLink): Rendered {
  const { link, asked } = answeringLink(script)
  const client = new ApolloClient({
    cache: new InMemoryCache({ possibleTypes }),
    link: before ? ApolloLink.from([before, link]) : link,
  })
  let address = at
  const rendered = render(
    <ApolloProvider client={client}>
      <MemoryRouter initialEntries={[at]}>
        <Suspense>{page}</Suspense>
        <LiveRegion />
        <Address tell={(place) => (address = place)} />
      </MemoryRouter>
    </ApolloProvider>,
  )
  return { ...rendered, user: userEvent.setup(), asked, address: () => address }
}

function Address({ tell }: { tell: (address: string) => void }) {
  const { pathname, search, hash } = useLocation()
  tell(pathname + search + hash)
  return null
}
