import { createHash } from 'node:crypto'
import { limits } from '@twinlock/shared/limits'
import { type InputProblems, lineProblem, problemsIn } from '../domain/input-problems.js'

export interface VerificationInput {
  member: { id: string | null; email: string | null }
  reason: string
  amount: string | null
  payee: string | null
  returnUrl: string
  state: string | null
  nonce: string | null
  idempotencyKey: string | null
}

export function verificationProblems(input: VerificationInput): InputProblems {
  const { reasonLength, amountLength, payeeLength, echoLength } = limits.verification
  const { member } = input
  const isOne = (member.id === null) !== (member.email === null)
  return problemsIn({
    member: isOne ? null : 'Name the member by id or by email, not both.',
    reason: lineProblem(input.reason, reasonLength),
    amount: input.amount === null ? null : lineProblem(input.amount, amountLength),
    payee: input.payee === null ? null : lineProblem(input.payee, payeeLength),
    state: echoProblem(input.state, echoLength),
    nonce: echoProblem(input.nonce, echoLength),
    idempotencyKey: echoProblem(input.idempotencyKey, echoLength),
  })
}

function echoProblem(text: string | null, longest: number): string | null {
  return text !== null && text.length > longest ? `Use at most ${longest} characters.` : null
}

/** A hash of the whole request: a repetition under the same idempotency key must be identical. */
export function inputHashOf(input: VerificationInput): string {
  const { member, reason, amount, payee, returnUrl, state, nonce } = input
  const asked = [member.id, member.email, reason, amount, payee, returnUrl, state, nonce]
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url')
}
