import { screen } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { BASE, LATER, one, open, progress, sheet, wrong } from './wizard.fixture'

describe('choosing a way', () => {
  test('the step names the document, and its heading takes the focus', async () => {
    open('', {})
    const heading = await screen.findByRole('heading', { name: 'How should we check it’s you?' })
    expect(document.title).toBe('Step 1 of 4: How should we check it’s you? · Twinlock')
    expect(document.activeElement).toBe(heading)
  })

  test('each method says what it needs', async () => {
    open('', {})
    expect(await screen.findByText(/Anyone who takes over your number gets the codes too/)).toBeTruthy()
    expect(screen.getByText(/Works without reception/)).toBeTruthy()
  })

  test('a barred way stays and says who bars it', async () => {
    open('', {
      SetUpProgress: progress({
        allowedMethods: ['AUTHENTICATOR_APP'],
        barredBy: [{ __typename: 'NetworkSummary', id: 'n', name: 'Acme' }],
      }),
    })
    expect(await screen.findByText('Not accepted by Acme.')).toBeTruthy()
    expect(screen.getByRole('radio', { name: /SMS text message/ })).toHaveProperty('disabled', true)
  })

  test('without a provider text messages say so', async () => {
    open('', { SetUpProgress: progress({ isSmsAvailable: false }) })
    expect(await screen.findByText(/aren’t available on this server/)).toBeTruthy()
  })

  test('of a further method, choosing is no step', async () => {
    open('', { SetUpProgress: progress({}, true) })
    await screen.findByRole('heading', { name: 'How should we check it’s you?' })
    expect(screen.queryByText(/^Step/)).toBeNull()
  })

  test('the safest comes first and is recommended', async () => {
    open('', {})
    await screen.findByText('Recommended')
    expect(screen.getAllByRole('radio').map((radio) => (radio as HTMLInputElement).value)).toEqual([
      'AUTHENTICATOR_APP',
      'SMS',
    ])
    expect(screen.getByRole('radio', { name: /Recommended/ })).toHaveProperty('value', 'AUTHENTICATOR_APP')
  })

  test('each way has its address, so Back works', async () => {
    const { user, address } = open('', {})
    await user.click(await screen.findByRole('radio', { name: /SMS text message/ }))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(address()).toBe(`${BASE}/sms`)
  })

  test('while the email is unproved, its code comes first', async () => {
    const { user, asked } = open('', {
      SetUpProgress: [
        progress({ mailboxProofRequired: true }),
        progress({ mailboxProofRequired: true, mailboxCodeDelivery: 'SENT' }),
        progress(),
      ],
      SendMailboxCode: one('sendMailboxCode', {
        __typename: 'CodeSent',
        sentTo: 'a•••@acme.com',
        expiresAt: LATER,
        resendAvailableAt: LATER,
      }),
      ProveMailbox: [
        one('proveMailbox', wrong()),
        one('proveMailbox', {
          __typename: 'SignedIn',
          viewer: {
            __typename: 'Viewer',
            id: 'v',
            twoFactor: { __typename: 'AccountTwoFactor', id: 't', backupCodesLeft: 0 },
          },
        }),
      ],
    })
    await screen.findByText(/We emailed a code to a•••@acme.com/)
    expect(asked.filter(({ name }) => name === 'SendMailboxCode')).toHaveLength(1)
    await user.keyboard('111111')
    await screen.findByText('That code didn’t match. 4 attempts left.')
    await user.keyboard('222222')
    expect(await screen.findByRole('heading', { name: 'How should we check it’s you?' })).toBeTruthy()
  })
})

describe('the code that proves the email', () => {
  const sent = { __typename: 'CodeSent', sentTo: 'a•••@acme.com', expiresAt: LATER, resendAvailableAt: LATER }

  test.each([
    ['DELAYED', /The email is delayed/],
    ['FAILED', /We couldn’t deliver the email/],
  ])('whose mail is %s shows its message', async (mailboxCodeDelivery, message) => {
    open('', {
      SetUpProgress: progress({ mailboxProofRequired: true, mailboxCodeDelivery }),
      SendMailboxCode: one('sendMailboxCode', sent),
    })
    expect(await screen.findByText(message)).toBeTruthy()
  })

  test('requested after its sign-in has expired begins again, and says why', async () => {
    open('', {
      SetUpProgress: progress({ mailboxProofRequired: true }),
      SendMailboxCode: one('sendMailboxCode', { __typename: 'SignInExpired' }),
    })
    expect(await screen.findByText(/begin again: .*"hasExpired":true/)).toBeTruthy()
  })
})

describe('the backup codes after a reload', () => {
  test('are hidden, and shown again on request', async () => {
    const { user } = open('/codes', { RevealBackupCodes: one('revealBackupCodes', sheet) })
    expect(screen.queryByText('ABCD-E123-45678')).toBeNull()
    await user.click(await screen.findByRole('button', { name: 'Show my backup codes' }))
    expect(await screen.findByText('ABCD-E123-45678')).toBeTruthy()
  })

  test('with nothing set up there are none: the wizard begins again', async () => {
    const { user, address } = open('/codes', {
      RevealBackupCodes: one('revealBackupCodes', { __typename: 'TwoFactorIsOff' }),
    })
    await user.click(await screen.findByRole('button', { name: 'Show my backup codes' }))
    await screen.findByRole('heading', { name: 'How should we check it’s you?' })
    expect(address()).toBe(BASE)
  })
})
