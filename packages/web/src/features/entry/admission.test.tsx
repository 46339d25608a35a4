import { screen } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { renderApp } from '../../testing/render-app'
import { loadTexts } from '../../texts/text-store'
import { LandingPage } from './landing.page'
import { SignUpPage } from './sign-up.page'

beforeAll(() => Promise.all([loadTexts('common'), loadTexts('entry')]))

function capabilities(signUp: 'OPEN' | 'DOMAINS' | 'INVITATION', networkCreation: 'OPEN' | 'OPERATOR') {
  const answer = { __typename: 'Capabilities', demo: false, devInbox: false, signUp, networkCreation }
  return {
    AmISignedIn: { data: { viewer: null, capabilities: answer } },
    Admission: { data: { capabilities: { ...answer, signUpDomains: signUp === 'DOMAINS' ? ['acme.com'] : [] } } },
    SignUp: {
      data: { signUp: { __typename: 'InvalidInput', fields: [{ __typename: 'FieldProblem', field: 'email' }] } },
    },
  }
}

const fillIn = async ({ user }: ReturnType<typeof renderApp>) => {
  await user.type(await screen.findByLabelText('Your name'), 'Ada')
  await user.type(screen.getByLabelText('Email'), 'ada@elsewhere.com')
  await user.type(screen.getByLabelText('Password'), 'correct horse battery')
  await user.click(screen.getByRole('button', { name: 'Create account' }))
}

test('where networks are the operator’s to create, the front page offers an account', async () => {
  renderApp(<LandingPage />, '/', capabilities('OPEN', 'OPERATOR'))
  await screen.findByRole('link', { name: 'Create account' })
  expect(screen.queryByRole('link', { name: 'Create a network' })).toBeNull()
})

test('where accounts are by invitation, the front page offers the sign-in and says whom to ask', async () => {
  renderApp(<LandingPage />, '/', capabilities('INVITATION', 'OPEN'))
  await screen.findByText(/Ask an admin of your network to invite you/)
  expect(screen.queryByRole('link', { name: /Create/ })).toBeNull()
})

test('without an invitation the sign-up says whom to ask; with one, the form is a press away', async () => {
  const app = renderApp(<SignUpPage />, '/sign-up', capabilities('INVITATION', 'OPEN'))
  await screen.findByRole('heading', { name: 'You need an invitation' })
  expect(screen.queryByLabelText('Email')).toBeNull()
  await app.user.click(screen.getByRole('button', { name: 'I have an invitation' }))
  await fillIn(app)
  await screen.findByText(/There’s no open invitation for this address/)
})

test('the link of an invitation leads to the form at once', async () => {
  renderApp(<SignUpPage />, '/sign-up?next=%2Finvitation', capabilities('INVITATION', 'OPEN'))
  await screen.findByText('Use the address your invitation was sent to.')
  screen.getByLabelText('Email')
})

test('the domains that may sign up are named before and after an address is refused', async () => {
  const app = renderApp(<SignUpPage />, '/sign-up', capabilities('DOMAINS', 'OPEN'))
  const condition = 'Use an address at acme.com, or the one your invitation was sent to.'
  await screen.findByText(condition)
  await fillIn(app)
  expect(await screen.findAllByText(condition)).toHaveLength(2)
})
