import { screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Script } from '../../testing/answering-link'
import { browserHasPasskeys, prompt, promptError } from '../../testing/passkeys'
import { renderApp } from '../../testing/render-app'
import { SignInPage } from './sign-in.page'

const challenge = { data: { beginPasskeySignIn: { __typename: 'PasskeyChallenge', optionsJson: '{}' } } }
const signedIn = {
  data: {
    signInWithPasskey: {
      __typename: 'SignedIn',
      viewer: {
        __typename: 'Viewer',
        id: 'v',
        twoFactor: { __typename: 'AccountTwoFactor', id: 't', backupCodesLeft: 9 },
      },
    },
  },
}

function open(script: Script) {
  const pages = (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="*" element={<p>elsewhere</p>} />
    </Routes>
  )
  return renderApp(pages, '/sign-in?next=%2Faccount', { BeginPasskeySignIn: challenge, ...script })
}

beforeEach(() => browserHasPasskeys(true))
afterEach(() => vi.unstubAllGlobals())

test('one press and a passkey lead to where the person was going', async () => {
  const { user, address } = open({ SignInWithPasskey: signedIn })
  await user.click(screen.getByRole('button', { name: 'Sign in with a passkey' }))
  await waitFor(() => expect(address()).toBe('/account'))
})

test('the browser offers passkeys in the email field, where it can', async () => {
  vi.stubGlobal(
    'PublicKeyCredential',
    class {
      static isConditionalMediationAvailable = async () => true
    },
  )
  const { address, asked } = open({ SignInWithPasskey: signedIn })
  expect(screen.getByLabelText('Email').getAttribute('autocomplete')).toBe('username webauthn')
  await waitFor(() => expect(address()).toBe('/account'))
  expect(asked.map(({ name }) => name)).toEqual(['BeginPasskeySignIn', 'SignInWithPasskey'])
})

test('a passkey of no account, and a closed prompt, each show a message', async () => {
  const { user } = open({ SignInWithPasskey: { data: { signInWithPasskey: { __typename: 'InvalidCredentials' } } } })
  const button = screen.getByRole('button', { name: 'Sign in with a passkey' })
  await user.click(button)
  await screen.findByText(/doesn’t belong to any account here/)
  prompt.get.mockRejectedValueOnce(promptError('NotAllowedError'))
  await user.click(button)
  await screen.findByText(/The prompt was closed/)
})

test('where the browser has none, nothing is offered', () => {
  browserHasPasskeys(false)
  const { asked } = open({})
  expect(screen.queryByRole('button', { name: 'Sign in with a passkey' })).toBeNull()
  expect(asked).toEqual([])
})
