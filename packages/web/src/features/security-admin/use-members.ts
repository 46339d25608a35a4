import { usePages } from '../../api/paged-list'
import type {
  CoveragePart,
  FactorMethod,
  MemberFilterInput,
  MemberOrder,
  Role,
  TwoFactorStanding,
} from '../../generated/graphql'
import { withQuery } from '../../steps/return-path'
import { serverNow } from '../../time/server-clock'
import { NETWORK_MEMBERS } from './security-documents'

/** Where people count, which is so before anything is required too; `CLOSED` of those whose time is over. */
export const shownMembers = ['NOT_YET', 'CLOSED', 'PROTECTED', 'COMPANY_SIGN_IN'] as const
export type ShownMembers = CoveragePart | 'CLOSED'
export const isShownMembers = (text: string | null): text is ShownMembers =>
  shownMembers.some((shown) => shown === text)

/** When members last signed in, in days of the reader's own calendar. */
export const signInTimes = ['TODAY', 'WEEK', 'LONG_AGO', 'NEVER'] as const
export type SignInTime = (typeof signInTimes)[number]

export type MemberFilter = {
  search: string
  shown: ShownMembers | null
  role: Role | null
  method: FactorMethod | null
  signedIn: SignInTime | null
  order: MemberOrder
}

/** The members of a network as the filter asks for them, fifty at a time. */
export const useMembers = (slug: string, { shown, signedIn, search, ...filter }: MemberFilter) =>
  usePages(
    NETWORK_MEMBERS,
    { slug, ...filter, ...coverageFilter(shown), ...signInsOf(signedIn), search: search || null },
    ({ network }) => network?.security.members,
  )

/** The URL of a file with the members that the filter shows, or with the chosen ones. */
export function fileOf(
  networkId: string,
  { shown, signedIn, ...filter }: MemberFilter,
  chosen: ReadonlySet<string> | null,
): string {
  const path = `/networks/${networkId}/members.csv`
  if (!chosen) return withQuery(path, { ...filter, ...coverageFilter(shown), ...signInsOf(signedIn) })
  return withQuery(path, { members: [...chosen].map((id) => id.slice(networkId.length + 1)).join(',') })
}

/** The same for an act on all members that the filter shows. */
export function filterInput({ shown, signedIn, order: _, search, ...rest }: MemberFilter): MemberFilterInput {
  return { ...rest, ...coverageFilter(shown), ...signInsOf(signedIn), search: search || null }
}

function coverageFilter(shown: ShownMembers | null): { part: CoveragePart | null; standing: TwoFactorStanding | null } {
  return shown === 'CLOSED' ? { part: null, standing: 'OVERDUE' } : { part: shown, standing: null }
}

/** Moments that stay the same all day: with others each, every look would be another question. */
function signInsOf(
  time: SignInTime | null,
): Pick<MemberFilterInput, 'signedInFrom' | 'signedInBefore' | 'hasSignedIn'> {
  switch (time) {
    case 'TODAY':
      return { signedInFrom: startOfDay(0) }
    case 'WEEK':
      return { signedInFrom: startOfDay(6) }
    case 'LONG_AGO':
      return { signedInBefore: startOfDay(30) }
    case 'NEVER':
      return { hasSignedIn: false }
    case null:
      return {}
  }
}

function startOfDay(daysAgo: number): string {
  const now = new Date(serverNow())
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo).toISOString()
}
