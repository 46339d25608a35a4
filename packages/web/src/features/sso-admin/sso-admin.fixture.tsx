import type { ReactNode } from 'react'
import { Outlet, Route, Routes } from 'react-router'
import type { Script } from '../../testing/answering-link'
import { type Rendered, renderApp } from '../../testing/render-app'
import type { NetworkSsoFields, SsoConnectionFields } from './sso-documents'

/** The company sign-in of Acme, as a server would tell it. */
export const connection = (over: Partial<SsoConnectionFields> = {}): SsoConnectionFields => ({
  __typename: 'SsoConnection',
  issuer: 'https://login.acme.com',
  clientId: 'twinlock',
  hasSecret: true,
  workedAt: '2026-05-12T08:00:00.000Z',
  trouble: null,
  requiredFrom: null,
  proofRequiredFrom: null,
  proofValues: ['mfa'],
  earlierProofUntil: null,
  justInTimeRole: null,
  endsAt: null,
  ...over,
})

export const counts: NetworkSsoFields['counts'] = {
  __typename: 'SsoMemberCounts',
  members: 20,
  guests: 1,
  joined: 12,
  proved: 9,
}

export const domain = (over: Partial<NetworkSsoFields['domains'][number]> = {}) => ({
  __typename: 'SsoDomain' as const,
  name: 'acme.com',
  isProved: false,
  missingSince: null,
  recordName: '_twinlock.acme.com',
  recordValue: 'twinlock=abc',
  ...over,
})

/** A change that was made. */
export const changed = (field: string) => ({
  data: {
    [field]: {
      __typename: 'SsoChanged',
      sso: {
        __typename: 'NetworkSso',
        id: 'acme',
        callbackUrl: 'https://twinlock.acme.com/sso/callback/acme',
        backChannelLogoutUrl: 'https://twinlock.acme.com/sso/back-channel-logout',
        afterSignOutUrl: 'https://twinlock.acme.com/sign-in',
        connection: connection(),
        domains: [],
        counts,
        trial: null,
      },
    },
  },
})

/** @param input what needs another value, where it is that which is refused */
export const refused = (mutation: string, typename: string, input?: string) => ({
  data: {
    [mutation]: {
      __typename: typename,
      ...(input ? { fields: [{ __typename: 'FieldProblem', field: input }] } : {}),
    },
  },
})

/** A part of the page, for an Admin of Acme. */
export function showToAdmin(part: ReactNode, script: Script): Rendered {
  const page = (
    <Routes>
      <Route element={<Outlet context={{ id: 'acme', slug: 'acme', name: 'Acme' }} />}>
        <Route path="/" element={part} />
      </Route>
    </Routes>
  )
  return renderApp(page, '/', script)
}
