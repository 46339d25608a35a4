import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Script } from '../../testing/answering-link'
import { renderApp } from '../../testing/render-app'
import { ConfirmEmailPage } from './confirm-email.page'

const LATER = '2099-01-01T14:32:00.000Z'
const progress = (codeDelivery = 'SENT') => ({
  data: {
    signUpProgress: { __typename: 'EmailConfirmationSent', email: 'ada@acme.com', expiresAt: LATER, codeDelivery },
  },
})
const over = { data: { signUpProgress: null } }
const open = (script: Script) => renderApp(<ConfirmEmailPage />, '/confirm-email', script)

test.each([
  ['DELAYED', /The email is delayed/],
  ['FAILED', /We couldn’t deliver the email/],
])('a mail that is %s shows its message', async (codeDelivery, message) => {
  open({ SignUpProgress: progress(codeDelivery) })
  expect(await screen.findByText(message)).toBeTruthy()
})

test('sending again once the sign-up has expired says so, and leads to a new one', async () => {
  const { user } = open({
    SignUpProgress: [progress(), over],
    ResendConfirmationCode: { data: { resendConfirmationCode: { __typename: 'SignInExpired' } } },
  })
  await user.click(await screen.findByRole('button', { name: 'Send again' }))
  expect(await screen.findByRole('heading', { name: 'This sign-up has expired' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Start again' }).getAttribute('href')).toBe('/sign-up')
})
