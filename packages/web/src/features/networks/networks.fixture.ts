import type { TwoFactorStanding } from '../../generated/graphql'

/** What a server would say of one's place in a network. */
export function membership(of: {
  slug?: string
  name?: string
  role?: 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST'
  standing?: TwoFactorStanding
  deadline?: string | null
}) {
  const { slug = 'acme', name = 'Acme', role = 'OWNER', standing = 'NOT_REQUIRED', deadline = null } = of
  return {
    __typename: 'Membership',
    id: `${slug}:ada`,
    role,
    standing,
    deadline,
    allowedMethods: ['AUTHENTICATOR_APP', 'SMS'],
    helpContact: 'help@acme.com',
    network: { __typename: 'NetworkSummary', id: slug, slug, name, plan: 'FREE' },
  }
}

export const mine = (...memberships: ReturnType<typeof membership>[]) => ({
  data: { viewer: { __typename: 'Viewer', id: 'ada', isCompanySignIn: false, memberships } },
})

/** The network once access is granted. */
export function opened(of: Parameters<typeof membership>[0] = {}) {
  const { network, allowedMethods, helpContact, ...place } = membership(of)
  return { data: { network: { ...network, __typename: 'Network', deletionAt: null, membership: place } } }
}

export function teammate(name: string, role: 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST', isViewer = false) {
  const id = `acme:${name.toLowerCase()}`
  const email = `${name.toLowerCase()}@acme.com`
  return { __typename: 'Teammate', id, name, email, role, joinedAt: '2026-05-12T10:00:00.000Z', isViewer }
}

export const pageInfo = (endCursor: string | null = null) => ({
  __typename: 'PageInfo',
  hasNextPage: endCursor !== null,
  endCursor,
})
