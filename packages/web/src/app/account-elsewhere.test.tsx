import { gql } from '@apollo/client'
import { useApolloClient } from '@apollo/client/react'
import { screen, waitFor } from '@testing-library/react'
import { useEffect } from 'react'
import { afterEach, expect, test } from 'vitest'
import { currentAccount, forgetAccount, reportAccountChanged } from '../api/current-account'
import { renderApp } from '../testing/render-app'
import { AccountElsewhere, useAccountElsewhere } from './account-elsewhere'
import { accountLink } from './apollo-client'

const WHO_AM_I_IN_TEST = gql`
  query WhoAmIInTest {
    viewer {
      id
    }
  }
`
const as = (id: string) => ({ data: { viewer: { __typename: 'Viewer', id } } })
const otherTab = new BroadcastChannel('twinlock-account')
afterEach(forgetAccount)

function Tab() {
  const [change, settle] = useAccountElsewhere()
  const client = useApolloClient()
  useEffect(() => void client.query({ query: WHO_AM_I_IN_TEST, fetchPolicy: 'network-only' }), [client])
  return change ? <AccountElsewhere change={change} onSettled={settle} /> : <p>pages of Ada</p>
}

async function openAsAda() {
  const app = renderApp(<Tab />, '/account', { WhoAmIInTest: as('acc_ada') }, accountLink())
  await waitFor(() => expect(currentAccount()).toBe('acc_ada'))
  return app
}

test('when another tab signs in to another account, the page of this one is closed', async () => {
  const { user, address } = await openAsAda()
  otherTab.postMessage({ account: 'acc_bob', page: 'other' })
  await screen.findByText('Another account is signed in')
  expect(screen.queryByText('pages of Ada')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Continue with that account' }))
  await waitFor(() => expect(address()).toBe('/networks'))
})

test('when another tab signs out, this one says so and leads to the sign-in', async () => {
  const { user, address } = await openAsAda()
  otherTab.postMessage({ account: null, page: 'other' })
  await screen.findByText('You’re signed out')
  await user.click(screen.getByRole('button', { name: 'Sign in again' }))
  await waitFor(() => expect(address()).toBe('/sign-in'))
})

test('another tab of the same account changes nothing, until the server says otherwise', async () => {
  await openAsAda()
  otherTab.postMessage({ account: 'acc_ada', page: 'other' })
  reportAccountChanged()
  await screen.findByText('Another account is signed in')
})
