import { describe, expect, test } from 'vitest'
import { type AuditEventFacts, auditEventText } from './audit-event-text.js'
import { locales } from './locales.js'
import { readMessageTexts } from './message-catalogs.js'

const readerIn = (locale: (typeof locales)[number]) => ({
  locale,
  texts: readMessageTexts(locale).auditEvents,
  moment: (at: string) => `at ${at}`,
})
const details = (facts: Record<string, string>) => Object.entries(facts).map(([name, value]) => ({ name, value }))
const english = (type: string, whom: string | null, facts: Record<string, string> = {}) =>
  auditEventText({ type, whom, details: details(facts) }, readerIn('en'))

test.each<[string, string | null, Record<string, string>, string]>([
  ['member.joined', 'ada@acme.com', { role: 'GUEST' }, 'ada@acme.com joined as Guest'],
  [
    'member.joined',
    'ada@acme.com',
    { role: 'MEMBER', byLink: 'true' },
    'ada@acme.com joined as Member with the invitation link',
  ],
  ['member.left', '', {}, 'a deleted account left'],
  [
    'member.role_changed',
    'ada@acme.com',
    { from: 'MEMBER', to: 'ADMIN' },
    'Changed the role of ada@acme.com from Member to Admin',
  ],
  ['network.plan_changed', null, { from: 'FREE', to: 'PRO' }, 'Changed the plan from Free to Pro'],
  ['network.plan_changed', null, { from: 'TRIAL', to: 'PRO' }, 'Changed the plan from TRIAL to Pro'],
  [
    'member.extended',
    null,
    { until: '2026-05-13T14:00:00.000Z', reason: 'GUEST' },
    'Gave everyone more time until at 2026-05-13T14:00:00.000Z: GUEST',
  ],
  [
    'policy.allowed_methods_changed',
    null,
    { methods: 'AUTHENTICATOR_APP, PASSKEY', effectiveAt: '2026-05-13T14:00:00.000Z' },
    'Changed the accepted methods to authentication app and passkey from at 2026-05-13T14:00:00.000Z',
  ],
  ['policy.language_changed', null, { locale: 'de' }, 'Set the network’s language to German'],
  ['policy.language_changed', null, {}, 'Removed the network’s language'],
  ['policy.log_retention_changed', null, { days: '90' }, 'Set this log to be kept for 90 days'],
  ['policy.log_retention_changed', null, {}, 'Set this log to be kept indefinitely'],
  ['policy.trusted_devices_changed', null, { days: '0' }, 'Turned off trusted devices'],
  [
    'policy.session_limit_changed',
    null,
    { hours: '168', idleHours: '24' },
    'Limited sign-ins to 7 days, or 24 hours without activity',
  ],
  ['policy.session_limit_changed', null, {}, 'Removed the limit on how long a sign-in lasts'],
  ['policy.passkey_sign_in_changed', null, { isAllowed: 'false' }, 'Required the password as well as a passkey'],
  ['sso.sign_in_refused', null, { reason: 'GUEST' }, 'Refused a company sign-in: guests sign in with their password'],
  ['sso.just_in_time_changed', null, {}, 'Stopped letting new people join through company sign-in'],
  [
    'app.access_ended',
    'ada@acme.com',
    { appName: 'Wiki', reason: 'ENDED_BY_ADMIN' },
    'Ended ada@acme.com’s access to Wiki: an admin ended it',
  ],
])('%s about %s with %j reads as a sentence', (type, whom, facts, text) => {
  expect(english(type, whom, facts)).toBe(text)
})

test('a type from a newer version has no sentence', () => {
  expect(english('network.painted', null)).toBeNull()
  expect(english('toString', null)).toBeNull()
})

describe.each(locales)('in %s', (locale) => {
  const reader = readerIn(locale)
  const types = Object.keys(reader.texts.events)

  test('each event has a sentence, also where an older version recorded fewer facts', () => {
    for (const type of types) {
      const facts: AuditEventFacts = { type, whom: 'ada@acme.com', details: [] }
      expect(auditEventText(facts, reader)?.trim(), type).toMatch(/\p{L}/u)
    }
  })

  test('the facts that English prints are printed', () => {
    const facts = {
      appName: 'Wiki',
      url: 'https://acme.com/hook',
      domain: 'acme.com',
      reason: 'on leave',
      scopes: 'members:read',
    }
    for (const type of types) {
      const printed = (text: string | null) => Object.values(facts).filter((fact) => text?.includes(fact))
      const entry = { type, whom: 'ada@acme.com', details: details(facts) }
      expect(printed(auditEventText(entry, reader)), type).toEqual(printed(auditEventText(entry, readerIn('en'))))
    }
  })
})
