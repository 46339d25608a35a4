import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { DomainsSection } from './domains-section'
import { changed, domain, refused, showToAdmin } from './sso-admin.fixture'

test('a domain is added, and one that is none is said at its field', async () => {
  const { user, asked } = showToAdmin(<DomainsSection domains={[]} />, {
    ClaimSsoDomain: [refused('claimSsoDomain', 'InvalidInput', 'domain'), changed('claimSsoDomain')],
  })
  screen.getByText('No domains yet.')
  await user.click(screen.getByRole('button', { name: 'Add a domain' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Add a domain' }))
  await user.type(dialog.getByLabelText('Domain'), 'acme{Enter}')
  await dialog.findByText('Enter a domain, like acme.com, that isn’t on the list yet.')
  await user.type(dialog.getByLabelText('Domain'), '.com{Enter}')
  await screen.findByText('Waiting for the DNS record')
  expect(asked.map(({ variables }) => variables.input)).toEqual([
    { networkId: 'acme', domain: 'acme' },
    { networkId: 'acme', domain: 'acme.com' },
  ])
})

test('its record stands there to copy, and is looked for when asked', async () => {
  const { user, asked } = showToAdmin(<DomainsSection domains={[domain()]} />, {
    ProveSsoDomain: [refused('proveSsoDomain', 'SsoDomainNotProved'), changed('proveSsoDomain')],
  })
  screen.getByText('_twinlock.acme.com')
  screen.getByText('twinlock=abc')
  await user.click(screen.getByRole('button', { name: 'Check the record' }))
  await screen.findByText(/We can’t find the record yet/)
  await user.click(screen.getByRole('button', { name: 'Check the record' }))
  await screen.findByText('Record found. The domain is yours.')
  expect(asked[0]?.variables.input).toEqual({ networkId: 'acme', domain: 'acme.com' })
})

test('a proved one needs no record any more; one whose record is gone says until when it counts', () => {
  const { unmount } = showToAdmin(<DomainsSection domains={[domain({ isProved: true })]} />, {})
  screen.getByText('Verified')
  expect(screen.queryByText('twinlock=abc')).toBeNull()
  unmount()
  const missing = domain({ isProved: true, missingSince: '2026-05-12T08:00:00.000Z' })
  showToAdmin(<DomainsSection domains={[missing]} />, {})
  screen.getByText(/^Its record is missing\. The domain stays verified until .*19/)
  screen.getByText('twinlock=abc')
})

test('removing one says what it changes first', async () => {
  const { user, asked } = showToAdmin(<DomainsSection domains={[domain({ isProved: true })]} />, {
    ReleaseSsoDomain: changed('releaseSsoDomain'),
  })
  await user.click(screen.getByRole('button', { name: 'Remove acme.com' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Remove acme.com?' }))
  dialog.getByText(/People who are already linked stay linked/)
  await user.click(dialog.getByRole('button', { name: 'Remove acme.com' }))
  await screen.findByText('Saved.')
  expect(asked[0]?.variables.input).toEqual({ networkId: 'acme', domain: 'acme.com' })
})
