import { expect, it } from 'vitest'
import { priorities } from '../outbox/outbox.types.js'
import { outgoing } from './outgoing.js'

const expiresAt = new Date('2026-05-12T15:10:00Z')

it('a code goes first, by the channel of its template, and expires with the code', () => {
  const sms = outgoing('sign-in-sms', { id: 'a', to: '+14155550142', props: { code: '482913', expiresAt } })
  expect(sms).toMatchObject({ channel: 'sms', priority: priorities.code, expiresAt })
  const mail = outgoing('sign-up-code', { id: 'a', to: 'ada@example.com', props: { code: '482913', expiresAt } })
  expect(mail).toMatchObject({ channel: 'email', priority: priorities.code, expiresAt })
})

it('a notice goes before what goes to a whole network', () => {
  const props = { at: expiresAt, origin: { device: '', address: '' } }
  const notice = outgoing('notice-two-factor-off', { id: 'a', to: 'ada@example.com', props })
  const bulk = outgoing('mandate-deactivated', {
    id: 'a',
    to: 'ada@example.com',
    props: { networkName: 'Acme', actorName: 'Maria', helpContact: null },
  })
  expect(notice).toMatchObject({ priority: priorities.notice, expiresAt: null })
  expect(bulk).toMatchObject({ priority: priorities.bulk, expiresAt: null })
  expect(notice.priority).toBeLessThan(bulk.priority)
})
