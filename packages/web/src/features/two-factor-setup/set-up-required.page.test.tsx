import { screen } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { expect, test } from 'vitest'
import { renderApp } from '../../testing/render-app'
import { SetUpRequiredPage } from './set-up-required.page'
import { LATER, one, progress } from './wizard.fixture'

const network = (slug: string) => ({
  __typename: 'RequiringNetwork',
  id: slug,
  name: slug,
  slug,
  deadline: '2026-05-12T10:00:00.000Z',
  helpContact: null,
})
const setUpRequired = (...slugs: string[]) =>
  one('signInProgress', {
    __typename: 'SetUpRequired',
    signInId: 'sgn_1',
    maskedEmail: 'a•••@acme.com',
    mailboxProofRequired: false,
    expiresAt: LATER,
    networks: slugs.map(network),
    otherNetworks: [],
  })

test.each<[string, string[], string]>([
  ['', ['acme'], '/networks/acme'],
  ['', ['acme', 'beta'], '/networks'],
  ['/networks/acme/people', ['acme'], '/networks/acme/people'],
  // As a reminder links to it: the set-up is what has just been done.
  ['/account/two-factor/set-up', ['acme'], '/networks/acme'],
  ['/account/two-factor/set-up?next=%2Fnetworks%2Facme%2Fpeople', ['acme', 'beta'], '/networks/acme/people'],
  ['/account', ['acme'], '/account'],
])('with %j as the way on, the set-up that %j requires leads to %s', async (next, closed, place) => {
  const page = (
    <Routes>
      <Route path="/sign-in/set-up/*" element={<SetUpRequiredPage />} />
      <Route path="*" element={<p>elsewhere</p>} />
    </Routes>
  )
  const at = `/sign-in/set-up/done${next ? `?next=${encodeURIComponent(next)}` : ''}`
  const script = { SignInProgress: setUpRequired(...closed), SetUpProgress: progress({}, true) }
  const { user, address } = renderApp(page, at, script)
  await user.click(await screen.findByRole('button', { name: 'Continue' }))
  await screen.findByText('elsewhere')
  expect(address()).toBe(place)
})
