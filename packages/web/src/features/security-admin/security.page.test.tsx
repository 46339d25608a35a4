import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import type { Script } from '../../testing/answering-link'
import { mandate, member, members, preview, security } from './security.fixture'
import { showSecurity as show } from './security-pages.fixture'

const button = 'Activate mandatory two-factor authentication for your teammates'

describe('helping a member back in', () => {
  const list = members(
    member('Ben'),
    member('Cleo', { standing: 'SATISFIED', deadline: null, methods: ['SMS'] }),
    member('Maria', { standing: 'SATISFIED', deadline: null, methods: ['SMS'] }),
    member('Olga', { standing: 'SATISFIED', deadline: null, methods: ['SMS'], role: 'OWNER' }),
  )
  const open = async (script: Script) => {
    const app = show({ NetworkSecurity: security(), MandatePreview: preview(), NetworkMembers: list, ...script })
    await app.user.click(await screen.findByRole('button', { name: 'Actions for Cleo' }))
    await app.user.click(await screen.findByRole('menuitem', { name: 'Help them back in' }))
    return { ...app, dialog: within(await screen.findByRole('dialog')) }
  }
  const answer = (value: object) => ({ GrantReEnrolment: { data: { grantReEnrolment: value } } })

  test('is offered for those with something to lose, not for oneself, and not to an ADMIN for an OWNER', async () => {
    const { user } = show({ NetworkSecurity: security(), MandatePreview: preview(), NetworkMembers: list })
    await screen.findByRole('button', { name: 'Actions for Cleo' })
    for (const name of ['Maria', 'Olga'])
      expect(screen.queryByRole('button', { name: `Actions for ${name}` }), name).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Actions for Ben' }))
    await screen.findByRole('menuitem', { name: 'Send a reminder' })
    expect(screen.queryByRole('menuitem', { name: 'Help them back in' })).toBeNull()
  })

  test('says what it means, asks why, and what comes next', async () => {
    const { user, dialog, asked } = await open(
      answer({
        __typename: 'ReEnrolmentGranted',
        usableFrom: new Date().toISOString(),
        memberId: 'acme:Cleo',
        expiresAt: '2036-05-13T10:00:00.000Z',
        othersHaveToAgree: true,
      }),
    )
    dialog.getByText(/Nothing changes now/)
    await user.click(dialog.getByRole('button', { name: 'Let them set up again' }))
    await dialog.findByText('Enter a reason.')
    expect(asked.some(({ name }) => name === 'GrantReEnrolment')).toBe(false)
    await user.type(dialog.getByLabelText('Reason'), 'Phone lost')
    await user.click(dialog.getByRole('button', { name: 'Let them set up again' }))
    await screen.findByText('Another network has to agree too. Cleo knows which one.')
    expect(asked.find(({ name }) => name === 'GrantReEnrolment')?.variables).toEqual({
      input: { networkId: 'acme', memberId: 'acme:Cleo', reason: 'Phone lost' },
    })
  })

  test.each([
    [{ __typename: 'MemberHasNoTwoFactor' }, /Cleo has no two-factor authentication/],
    [{ __typename: 'MemberUsesCompanySignIn' }, /Cleo uses company sign-in/],
    [{ __typename: 'TooManyAttempts', retryAt: '2036-05-13T10:00:00.000Z' }, /three times within a day/],
  ])('refused by %j shows its message', async (refusal, message) => {
    const { user, dialog } = await open(answer(refusal))
    await user.type(dialog.getByLabelText('Reason'), 'Phone lost{Enter}')
    await dialog.findByText(message)
  })
})

describe('before it is required', () => {
  test('on the Free plan, one card says what Pro brings and what changes the plan, and nothing can be activated', async () => {
    show({ NetworkSecurity: security(), MandatePreview: preview() }, 'FREE')
    await screen.findByText('Requiring two-factor authentication needs the Pro plan')
    screen.getByText('npm run twinlock -- set-plan acme PRO')
    expect(screen.queryByRole('button', { name: button })).toBeNull()
  })

  test('a moment that the Admin chooses is previewed, warned of, and activated', async () => {
    vi.setSystemTime(new Date(2026, 4, 12, 9))
    const { user, asked } = show({
      NetworkSecurity: security(),
      MandatePreview: preview({ deadline: new Date(2026, 4, 16, 12).toISOString() }),
      ActivateMandatoryTwoFactor: { data: { activateMandatoryTwoFactor: null } },
    })
    const choice = await screen.findByRole('combobox', { name: 'Time to set up' })
    within(choice).getByText(/^End of the working day: Tue.* (17|05):00/)
    await user.selectOptions(choice, 'By a date you choose')
    fireEvent.change(screen.getByLabelText('Date and time'), { target: { value: '2026-05-16T12:00' } })
    await screen.findByText(/weekend/)
    const deadline = new Date(2026, 4, 16, 12).toISOString()
    await vi.waitFor(() =>
      expect(asked.filter(({ name }) => name === 'MandatePreview').at(-1)?.variables).toMatchObject({ deadline }),
    )
    await user.click(screen.getByRole('button', { name: button }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Require for everyone' }))
    expect(asked.find(({ name }) => name === 'ActivateMandatoryTwoFactor')?.variables).toMatchObject({
      input: { deadline },
    })
    vi.useRealTimers()
  })

  test('an Admin without it is led through their own set-up and back', async () => {
    show({ NetworkSecurity: security(), MandatePreview: preview({ isOwnTwoFactorMissing: true }) })
    const link = await screen.findByRole('link', { name: 'Set up two-factor authentication' })
    expect(link.getAttribute('href')).toBe('/account/two-factor/set-up?next=%2Fnetworks%2Facme%2Fsecurity')
  })

  test('the review says who must act, and only then every member is mailed', async () => {
    const activated = {
      data: {
        activateMandatoryTwoFactor: {
          __typename: 'MandateActivated',
          notified: 20,
          security: security({ mandatory: mandate('2036-05-13T10:00:00.000Z') }).data.network.security,
        },
      },
    }
    const { user, asked } = show({
      NetworkSecurity: security(),
      MandatePreview: preview(),
      ActivateMandatoryTwoFactor: activated,
    })
    await user.click(await screen.findByRole('button', { name: button }))
    const dialog = within(await screen.findByRole('dialog'))
    dialog.getByText('Require two-factor authentication for 20 people?')
    dialog.getByText('2 guests must set it up too')
    expect(asked.some(({ name }) => name === 'ActivateMandatoryTwoFactor')).toBe(false)
    await user.click(dialog.getByRole('button', { name: 'Require for everyone' }))
    await screen.findByRole('heading', { name: /^Required for everyone by/ })
    expect(asked.find(({ name }) => name === 'ActivateMandatoryTwoFactor')?.variables).toMatchObject({
      input: { networkId: 'acme', graceHours: 24 },
    })
  })

  test('the review says nothing of guests where none has to act', async () => {
    const { user } = show({ NetworkSecurity: security(), MandatePreview: preview({ guestsWithout: 0 }) })
    await user.click(await screen.findByRole('button', { name: button }))
    expect(within(await screen.findByRole('dialog')).queryByText(/guest/)).toBeNull()
  })

  test('a refusal is shown in the review, where the Admin is looking', async () => {
    const refused = {
      data: {
        activateMandatoryTwoFactor: { __typename: 'OwnTwoFactorRequired' },
      },
    }
    const { user } = show({
      NetworkSecurity: security(),
      MandatePreview: preview(),
      ActivateMandatoryTwoFactor: refused,
    })
    await user.click(await screen.findByRole('button', { name: button }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Require for everyone' }))
    await dialog.findByText(/^Set up two-factor authentication for yourself first/)
  })

  test.each([
    ['at night', new Date(2026, 4, 13, 3), /That’s at night/],
    ['on a weekend', new Date(2026, 4, 16, 12), /That’s on a weekend/],
  ])('a deadline %s is warned of', async (_when, deadline, warning) => {
    show({ NetworkSecurity: security(), MandatePreview: preview({ deadline: deadline.toISOString() }) })
    await screen.findByText(warning)
  })
})
