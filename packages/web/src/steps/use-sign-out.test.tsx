import { screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { renderApp } from '../testing/render-app'
import { useSignOut } from './use-sign-out'

afterEach(() => vi.restoreAllMocks())

function Leave() {
  const signOut = useSignOut()
  return (
    <button type="button" onClick={() => void signOut()}>
      Leave
    </button>
  )
}
const PROVIDER = 'https://login.acme.com/sign-out?client_id=twinlock'
const viewer = (companySignOutUrl: string | null) => ({
  data: { viewer: { __typename: 'Viewer', id: 'v', companySignOutUrl } },
})

test.each([
  ['who came by a company sign-in leaves there too', viewer(PROVIDER), PROVIDER],
  ['any other user goes to the sign-in', viewer(null), null],
  ['where that cannot be asked, they are still signed out here', { isOffline: true as const }, null],
])('%s', async (_, answer, place) => {
  const went = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined)
  const { user, asked, address } = renderApp(<Leave />, '/networks/acme', {
    CompanySignOut: answer,
    SignOut: { data: { signOut: true } },
  })
  await user.click(screen.getByRole('button', { name: 'Leave' }))
  await waitFor(() => expect(place ? went.mock.calls[0]?.[0] : address()).toBe(place ?? '/sign-in'))
  // The provider's place is asked while the session can still be asked for it.
  expect(asked.map(({ name }) => name)).toEqual(['CompanySignOut', 'SignOut'])
})
