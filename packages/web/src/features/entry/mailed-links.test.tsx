import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderApp } from '../../testing/render-app'
import { CancelReEnrolmentPage } from './mailed-acts.page'
import { ResetPasswordPage } from './reset-password.page'

const TOKEN = 'A'.repeat(43)
const preview = {
  data: { passwordResetPreview: { __typename: 'PasswordResetPreview', email: 'ada@acme.com' } },
}

beforeEach(() => {
  window.location.hash = `#token=${TOKEN}`
})
afterEach(() => {
  window.location.hash = ''
})

test('a password manager files the new password under the account that the link is for', async () => {
  const { user, asked, container } = renderApp(<ResetPasswordPage />, '/reset-password', {
    PreviewPasswordReset: preview,
    ResetPassword: {
      data: { resetPassword: { __typename: 'PasswordChanged', changedAt: '2026-05-19T10:00:00.000Z' } },
    },
  })
  expect(await screen.findByText('For ada@acme.com')).toBeTruthy()
  const username = container.querySelector<HTMLInputElement>('form input[autocomplete="username"]')
  expect(username?.value).toBe('ada@acme.com')
  expect(window.location.hash).toBe('')
  await user.type(screen.getByLabelText('New password'), 'a new passphrase')
  await user.click(screen.getByRole('button', { name: 'Save password' }))
  await screen.findByRole('heading', { name: 'Your password was changed' })
  const input = { token: TOKEN, password: 'a new passphrase' }
  expect(asked.find(({ name }) => name === 'ResetPassword')?.variables).toEqual({ input })
})

test('a link that is used up is said before anything is typed', async () => {
  renderApp(<ResetPasswordPage />, '/reset-password', {
    PreviewPasswordReset: { data: { passwordResetPreview: { __typename: 'ResetLinkExpired', message: '' } } },
  })
  await screen.findByRole('heading', { name: 'This link no longer works' })
})

test('a person whose address cannot be shown may still save a password', async () => {
  renderApp(<ResetPasswordPage />, '/reset-password', { PreviewPasswordReset: { isOffline: true } })
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save password' })).toBeTruthy())
})

test('an address that a mail program cut off says so, and how to get the whole one', async () => {
  window.location.hash = ''
  const { asked } = renderApp(<ResetPasswordPage />, '/reset-password', {})
  await screen.findByRole('heading', { name: 'The link is incomplete' })
  screen.getByText(/copy the whole address/)
  expect(screen.getByRole('link', { name: 'Email me a new link' }).getAttribute('href')).toBe('/forgot-password')
  expect(asked).toEqual([])
})

test('where a reset is to be stopped, a cut address is no false comfort: nothing has been stopped', async () => {
  window.location.hash = '#token=AAAA'
  renderApp(<CancelReEnrolmentPage />, '/recovery/cancel', {})
  await screen.findByRole('heading', { name: 'The link is incomplete' })
  screen.getByText(/Nothing has been stopped yet/)
  expect(screen.queryByText('There’s nothing left to stop')).toBeNull()
})
