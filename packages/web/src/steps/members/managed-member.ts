import type { Role } from '../../generated/graphql'

/** A member as far as it takes to manage the membership. */
export type ManagedMember = { id: string; name: string; role: Role; isViewer: boolean }

/** Where Admins find everything about one member. */
export const memberPage = (slug: string, id: string) => `/networks/${slug}/security/members/${encodeURIComponent(id)}`
