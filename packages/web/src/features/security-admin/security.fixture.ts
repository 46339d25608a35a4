/** What the server answers about the security of Acme. */
export const answerOf = <Fields extends object>(fields: Fields) => ({
  data: {
    network: {
      __typename: 'Network',
      id: 'acme',
      security: { __typename: 'NetworkSecurity', id: 'acme', ...fields },
    },
  },
})

/** What a server would say to an Admin of Acme. */
export const security = (over: Record<string, unknown> = {}) =>
  answerOf({
    mandatory: null,
    coverage: {
      __typename: 'TwoFactorCoverage',
      total: 20,
      withTwoFactor: 12,
      authenticatorApp: 9,
      sms: 5,
      passkey: 0,
      sso: 3,
      without: 5,
    },
    allowedMethods: ['AUTHENTICATOR_APP', 'SMS', 'PASSKEY'],
    earlierMethods: null,
    helpContact: null,
    locale: null,
    trustedDeviceDays: 0,
    allowsPasskeySignIn: true,
    earlierPasskeySignIn: null,
    sessionHours: null,
    sessionIdleHours: null,
    logDays: null,
    coverageHistory: [],
    ...over,
  })

export const mandate = (deadline: string, remindableFrom: string | null = null) => ({
  __typename: 'TwoFactorMandate',
  activatedAt: '2026-05-12T08:00:00.000Z',
  activatedBy: 'Maria Lopez',
  deadline,
  remindableFrom,
})

export const preview = (over: Record<string, unknown> = {}) =>
  answerOf({
    preview: {
      __typename: 'MandatePreview',
      mailed: 20,
      withoutTwoFactor: 5,
      guestsWithout: 2,
      companySignIn: 3,
      pendingInvitations: 1,
      // A Wednesday at noon, wherever the test runs.
      deadline: new Date(2026, 4, 13, 12).toISOString(),
      isOwnTwoFactorMissing: false,
      ...over,
    },
  })

export function member(name: string, over: Record<string, unknown> = {}) {
  return {
    __typename: 'Member',
    id: `acme:${name}`,
    name,
    email: `${name.toLowerCase()}@acme.com`,
    role: 'MEMBER',
    standing: 'GRACE',
    part: 'NOT_YET',
    deadline: '2026-05-13T10:00:00.000Z',
    methods: [],
    lastSignInAt: null,
    externalId: null,
    lastMailAt: null,
    remindableFrom: null,
    extendedUntil: null,
    extensionReason: null,
    deletionAt: null,
    ssoProof: null,
    ...over,
  }
}

export const members = (...nodes: ReturnType<typeof member>[]) =>
  answerOf({
    members: {
      __typename: 'MemberConnection',
      totalCount: nodes.length,
      edges: nodes.map((node) => ({ __typename: 'MemberEdge', cursor: node.id, node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  })
