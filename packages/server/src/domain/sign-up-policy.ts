/** Who may sign up: everyone, people with an open invitation, or those and addresses of named domains. */
export type SignUpPolicy = { kind: 'open' } | { kind: 'invitation' } | { kind: 'domains'; domains: readonly string[] }

export type SignUpRefusal = { kind: 'invitation-needed' } | { kind: 'other-domain'; domains: readonly string[] }

/**
 * @param domain of the address, as its A-label
 * @returns why this address may not sign up; null when it may
 */
export function refuseSignUp(policy: SignUpPolicy, domain: string, isInvited: boolean): SignUpRefusal | null {
  if (isInvited) return null
  switch (policy.kind) {
    case 'open':
      return null
    case 'invitation':
      return { kind: 'invitation-needed' }
    case 'domains':
      return policy.domains.includes(domain) ? null : { kind: 'other-domain', domains: policy.domains }
  }
}
