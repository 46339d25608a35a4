import type { SsoPolicy } from './sso-policy.js'

type ProofTerms = Pick<SsoPolicy, 'proofRequiredFrom' | 'proofValues' | 'earlierProof'>

export type ProofChange =
  /** Less strict, or no one has to act: effective at once. */
  | { kind: 'at-once'; terms: ProofTerms }
  /** Stricter: effective from the deadline on. */
  | { kind: 'with-notice'; terms: ProofTerms; from: Date }
  /** An earlier change is still pending; another would shorten or lengthen its notice. */
  | { kind: 'under-way'; until: Date }
  | { kind: 'none' }

/** The effect of requiring proof, no longer requiring it, or other values; a stricter setting gets notice and a deadline. */
export function changeOfProof(
  present: ProofTerms,
  wanted: { isRequired: boolean; values: readonly string[] },
  deadline: Date,
  now: Date,
): ProofChange {
  const values = [...new Set(wanted.values)]
  const removed = present.proofValues.filter((value) => !values.includes(value))
  const isSame = removed.length === 0 && values.every((value) => present.proofValues.includes(value))
  const wasRequired = present.proofRequiredFrom !== null
  if (isSame && wanted.isRequired === wasRequired) return { kind: 'none' }
  if (!wanted.isRequired)
    return { kind: 'at-once', terms: { proofRequiredFrom: null, proofValues: values, earlierProof: null } }
  if (!present.proofRequiredFrom) {
    const terms = { proofRequiredFrom: deadline, proofValues: values, earlierProof: null }
    return { kind: 'with-notice', terms, from: deadline }
  }
  const earlier = present.earlierProof && now < present.earlierProof.until ? present.earlierProof : null
  const kept = { proofRequiredFrom: present.proofRequiredFrom, proofValues: values }
  if (removed.length === 0) return { kind: 'at-once', terms: { ...kept, earlierProof: earlier } }
  if (earlier) return { kind: 'under-way', until: earlier.until }
  const from = new Date(Math.max(deadline.getTime(), present.proofRequiredFrom.getTime()))
  return {
    kind: 'with-notice',
    terms: { ...kept, earlierProof: { values: present.proofValues, until: from } },
    from,
  }
}
