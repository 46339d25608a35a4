import type { Evidence } from '../domain/evidence.js'

/**
 * The expression of an update that adds a piece of evidence in place of an older one of its kind, as `withEvidence` does.
 * The database reads the list: of two requests that prove something at once, neither loses what the other proved.
 */
export function evidenceWith(piece: Evidence): Record<string, unknown> {
  const isSameKind =
    'networkId' in piece
      ? [{ $eq: ['$$piece.method', piece.method] }, { $eq: ['$$piece.networkId', { $literal: piece.networkId }] }]
      : [{ $eq: ['$$piece.method', piece.method] }]
  const others = { $filter: { input: '$evidence', as: 'piece', cond: { $not: [{ $and: isSameKind }] } } }
  return { $concatArrays: [others, [{ $literal: piece }]] }
}
