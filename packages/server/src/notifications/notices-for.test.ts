import { describe, expect, it } from 'vitest'
import { callsFor, type EventsFor } from '../events/consequences.js'
import type { AccountEvent } from '../events/event.types.js'
import { noticesFor } from './notices-for.js'

const base = {
  id: 'event-1',
  at: new Date('2026-05-12T15:00:00Z'),
  accountId: 'account-1',
  email: 'ada@example.com',
  name: 'Ada',
  origin: { device: 'Firefox on Linux', address: '203.0.113.7' },
}

describe('the owner of an account is mailed', () => {
  it.each<[string, EventsFor<'notices'>]>([
    ['notice-new-sign-in', { ...base, type: 'sign_in.completed', methods: ['PASSWORD'], isNewBrowser: true }],
    ['notice-sign-in-unfinished', { ...base, type: 'sign_in.unfinished', signIns: 1, failures: 3 }],
    ['notice-sign-in-locked', { ...base, type: 'sign_in.locked', untilReset: false }],
    ['notice-two-factor-on', { ...base, type: 'two_factor.enabled', method: 'SMS' }],
    ['notice-two-factor-off', { ...base, type: 'two_factor.disabled' }],
    ['notice-method-added', { ...base, type: 'two_factor.method_added', method: 'SMS' }],
    ['notice-method-replaced', { ...base, type: 'two_factor.method_replaced', method: 'SMS' }],
    ['notice-method-removed', { ...base, type: 'two_factor.method_removed', method: 'SMS' }],
    ['notice-set-up-anew', { ...base, type: 'two_factor.set_up_anew', method: 'SMS' }],
    ['notice-passkey-copied', { ...base, type: 'two_factor.passkey_copied' }],
    ['notice-preferred-changed', { ...base, type: 'two_factor.preferred_changed', method: 'SMS' }],
    ['notice-backup-code-used', { ...base, type: 'backup_code.used', left: 3 }],
    ['notice-backup-codes-shown', { ...base, type: 'backup_code.shown' }],
    ['notice-backup-codes-regenerated', { ...base, type: 'backup_code.regenerated' }],
    ['notice-password-changed', { ...base, type: 'account.password_changed' }],
    ['notice-password-reset', { ...base, type: 'account.password_reset' }],
    ['notice-name-changed', { ...base, type: 'account.name_changed' }],
    ['notice-email-restored', { ...base, type: 'account.email_restored' }],
    ['notice-device-trusted', { ...base, type: 'trusted_device.added' }],
  ])('%s', (template, event) => {
    const [notice, ...more] = noticesFor(event)
    expect(more).toEqual([])
    expect(notice).toMatchObject({
      id: 'event-1:mail',
      to: 'ada@example.com',
      channel: 'email',
      template,
      expiresAt: null,
      props: { at: base.at, origin: base.origin },
    })
  })
})

describe('the owner of an account is not mailed', () => {
  it('about a sign-in from a browser we know', () => {
    expect(noticesFor({ ...base, type: 'sign_in.completed', methods: ['PASSWORD'], isNewBrowser: false })).toEqual([])
  })

  it.each<[string, AccountEvent]>([
    ['a digit mistyped again', { ...base, type: 'sign_in.second_step_failed', method: 'SMS', isFirst: false }],
    ['a wrong password', { ...base, type: 'sign_in.password_failed' }],
    ['a reset that was asked for: the link says so itself', { ...base, type: 'account.password_reset_requested' }],
    ['the new account', { ...base, type: 'account.created' }],
    ['a session that ended', { ...base, type: 'session.ended' }],
    ['a device that was forgotten', { ...base, type: 'trusted_device.forgotten' }],
  ])('about %s', (_name, event) => {
    expect(callsFor(event, 'notices')).toBe(false)
  })
})

it('the same event twice gives the same message', () => {
  const event = { ...base, type: 'two_factor.disabled' } as const
  expect(noticesFor(event)).toEqual(noticesFor(event))
})
