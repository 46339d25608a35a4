import { expect, test } from 'vitest'
import { refuseSignUp, type SignUpPolicy } from './sign-up-policy.js'

const domains: SignUpPolicy = { kind: 'domains', domains: ['acme.com'] }

test.each<[SignUpPolicy, string, boolean, string | null]>([
  [{ kind: 'open' }, 'evil.example', false, null],
  [{ kind: 'invitation' }, 'acme.com', false, 'invitation-needed'],
  [{ kind: 'invitation' }, 'acme.com', true, null],
  [domains, 'acme.com', false, null],
  [domains, 'mail.acme.com', false, 'other-domain'],
  [domains, 'notacme.com', false, 'other-domain'],
  [domains, 'evil.example', true, null],
])('%j, an address of %s, invited: %s', (policy, domain, isInvited, refusal) => {
  const found = refuseSignUp(policy, domain, isInvited)
  expect(found === null ? null : found.kind).toBe(refusal)
})
