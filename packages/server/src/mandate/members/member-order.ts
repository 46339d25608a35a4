export const memberOrders = ['STATUS', 'NAME', 'LAST_SIGN_IN'] as const
export type MemberOrder = (typeof memberOrders)[number]

/** A place in an order: the value it is ordered by, and the id. */
export interface MemberPosition {
  key: string | Date | null
  id: string
}
