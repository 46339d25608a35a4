/** Each in both directions. */
export const memberOrders = [
  'STATUS',
  'STATUS_REVERSED',
  'NAME',
  'NAME_REVERSED',
  'LAST_SIGN_IN',
  'LAST_SIGN_IN_REVERSED',
] as const
export type MemberOrder = (typeof memberOrders)[number]

interface OrderTerms {
  key: 'statusKey' | 'nameKey' | 'lastSignInAt'
  direction: 1 | -1
  /** Turned with the direction, so that the reversed order reads the same index backwards. */
  idDirection: 1 | -1
}

export const orderTerms: Readonly<Record<MemberOrder, OrderTerms>> = {
  STATUS: { key: 'statusKey', direction: 1, idDirection: 1 },
  STATUS_REVERSED: { key: 'statusKey', direction: -1, idDirection: -1 },
  NAME: { key: 'nameKey', direction: 1, idDirection: 1 },
  NAME_REVERSED: { key: 'nameKey', direction: -1, idDirection: -1 },
  LAST_SIGN_IN: { key: 'lastSignInAt', direction: -1, idDirection: 1 },
  LAST_SIGN_IN_REVERSED: { key: 'lastSignInAt', direction: 1, idDirection: -1 },
}

/** A place in an order: the value it is ordered by, and the id. */
export interface MemberPosition {
  key: string | Date | null
  id: string
}
