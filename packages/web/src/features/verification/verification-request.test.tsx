import { screen, waitFor } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Script } from '../../testing/answering-link'
import { browserHasPasskeys, prompt } from '../../testing/passkeys'
import { renderApp } from '../../testing/render-app'
import { loadTexts } from '../../texts/text-store'
import { VerificationRequestPage } from './verification-request.page'

beforeAll(() => Promise.all([loadTexts('common'), loadTexts('verification')]))

const asked = {
  __typename: 'VerificationRequest',
  id: 'ver_1',
  status: 'PENDING',
  app: 'Shop',
  networkName: 'Acme',
  reason: 'Pay an invoice',
  amount: '1,250.00 EUR',
  payee: 'Blue Shipping Ltd',
  expiresAt: '2030-05-12T10:10:00.000Z',
  methods: ['AUTHENTICATOR_APP', 'BACKUP_CODE'],
  maskedPhoneNumber: null,
  providerUrl: null,
  returnTo: null,
}
const viewer = { __typename: 'Viewer', id: 'ada', email: 'ada@acme.com' }
const answer = (request: object | null) => ({ data: { viewer, verificationRequest: request } })
const ended = (status: string) => ({
  __typename: 'VerificationEnded',
  status,
  returnTo: 'https://shop.example.com/confirmed?verification=ver_1',
})

function show(request: object | null, script: Script = {}, query = '') {
  const went = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined)
  const page = (
    <Routes>
      <Route path="/verify/:id" element={<VerificationRequestPage />} />
    </Routes>
  )
  return { ...renderApp(page, `/verify/ver_1${query}`, { VerificationRequest: answer(request), ...script }), went }
}

test('what is confirmed stands large: the app, what for, how much and to whom', async () => {
  show(asked)
  expect(await screen.findByRole('heading', { name: 'Shop asks: is this you?' })).toBeTruthy()
  for (const fact of ['Pay an invoice', '1,250.00 EUR', 'Blue Shipping Ltd'])
    expect(screen.getByText(fact).className).toContain('text-title')
})

test('a right code leads straight back to the app', async () => {
  const {
    user,
    went,
    asked: questions,
  } = show(asked, {
    AnswerVerification: { data: { answerVerification: ended('COMPLETED') } },
  })
  await user.type(await screen.findByLabelText('Code'), '123456')
  await waitFor(() => expect(went).toHaveBeenCalledWith('https://shop.example.com/confirmed?verification=ver_1'))
  expect(questions.find(({ name }) => name === 'AnswerVerification')?.variables).toEqual({
    input: { id: 'ver_1', method: 'AUTHENTICATOR_APP', code: '123456' },
  })
})

test('a wrong code says how many tries are left, and goes nowhere', async () => {
  const wrong = { __typename: 'InvalidCode', attemptsLeft: 4, alreadyUsed: false, clockOffsetSeconds: null }
  const { user, went } = show(asked, { AnswerVerification: { data: { answerVerification: wrong } } })
  went.mockClear()
  await user.type(await screen.findByLabelText('Code'), '123456')
  expect(await screen.findByText(/4 attempts left/)).toBeTruthy()
  expect(went).not.toHaveBeenCalled()
})

test('a user who says that it was not them reads that nothing happened, and then goes back', async () => {
  const { user, went } = show(asked, { DeclineVerification: { data: { declineVerification: ended('DECLINED') } } })
  went.mockClear()
  await user.click(await screen.findByRole('button', { name: 'This wasn’t me' }))
  expect(await screen.findByRole('heading', { name: 'Thank you for telling us' })).toBeTruthy()
  expect(went).not.toHaveBeenCalled()
  await user.click(screen.getByRole('button', { name: 'Back to Shop' }))
  expect(went).toHaveBeenCalledOnce()
})

test('who has no second step is led through the set-up and back here', async () => {
  show({ ...asked, methods: [] })
  const link = await screen.findByRole('link', { name: 'Set up now' })
  expect(link.getAttribute('href')).toBe('/account/two-factor/set-up?next=%2Fverify%2Fver_1')
})

test('where the company sign-in has not confirmed it, the page says so and stays', async () => {
  const startUrl = '/sso/start/acme?confirm='
  const refused = { code: 'SSO_REQUIRED', extensions: { startUrl } }
  const request = { ...asked, methods: [], providerUrl: startUrl }
  const { user, went, address } = show(request, { AnswerVerificationByProvider: refused }, '?back')
  expect(await screen.findByText(/hasn’t confirmed that it’s you yet/)).toBeTruthy()
  expect(address()).toBe('/verify/ver_1?back')
  await user.click(screen.getByRole('button', { name: 'Continue with company sign-in' }))
  expect(went).toHaveBeenCalledWith(startUrl)
})

test('a request to another user looks as if it did not exist, and the page says who is signed in', async () => {
  show(null)
  expect(await screen.findByText(/signed in as ada@acme.com/)).toBeTruthy()
})

test('a passkey answers when the button is pressed, not before: what is asked is read first', async () => {
  browserHasPasskeys(true)
  const passkeyFirst = { ...asked, methods: ['PASSKEY', 'BACKUP_CODE'] }
  const { user, went } = show(passkeyFirst, {
    BeginPasskeyVerification: {
      data: { beginPasskeyVerification: { __typename: 'PasskeyChallenge', optionsJson: '{}' } },
    },
    AnswerVerification: { data: { answerVerification: ended('COMPLETED') } },
  })
  const button = await screen.findByRole('button', { name: 'Use your passkey' })
  expect(prompt.get).not.toHaveBeenCalled()
  await user.click(button)
  await waitFor(() => expect(went).toHaveBeenCalledWith('https://shop.example.com/confirmed?verification=ver_1'))
})
