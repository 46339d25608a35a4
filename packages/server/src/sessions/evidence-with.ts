import type { Evidence } from '../domain/evidence.js'

/**
 * The expression of an update that adds a piece of evidence in place of an older one of its kind, as `withEvidence` does.
 * The database reads the list: of two requests that prove something at once, neither loses what the other proved.
 */
export function evidenceWith(piece: Evidence): Record<string, unknown> {
  const same = [
    { $eq: ['$$piece.method', piece.method] },
    ...('networkId' in piece ? [{ $eq: ['$$piece.networkId', { $literal: piece.networkId }] }] : []),
    ...(piece.method === 'PASSKEY'
      ? [{ $eq: [{ $ifNull: ['$$piece.userVerified', false] }, piece.userVerified === true] }]
      : []),
  ]
  const others = { $filter: { input: '$evidence', as: 'piece', cond: { $not: [{ $and: same }] } } }
  return { $concatArrays: [others, [{ $literal: piece }]] }
}
