import { createHash } from 'node:crypto'
import { limits } from '@twinlock/shared/limits'
import { type InputProblems, lineProblem, problemsIn } from '../domain/input-problems.js'

export interface VerificationWishes {
  member: { id: string | null; email: string | null }
  reason: string
  amount: string | null
  payee: string | null
  returnUrl: string
  state: string | null
  nonce: string | null
  idempotencyKey: string | null
}

export function verificationProblems(wishes: VerificationWishes): InputProblems {
  const { reasonLength, amountLength, payeeLength, echoLength } = limits.verification
  const { member } = wishes
  const isOne = (member.id === null) !== (member.email === null)
  return problemsIn({
    member: isOne ? null : 'Name the member by id or by email, not both.',
    reason: lineProblem(wishes.reason, reasonLength),
    amount: wishes.amount === null ? null : lineProblem(wishes.amount, amountLength),
    payee: wishes.payee === null ? null : lineProblem(wishes.payee, payeeLength),
    state: echoProblem(wishes.state, echoLength),
    nonce: echoProblem(wishes.nonce, echoLength),
    idempotencyKey: echoProblem(wishes.idempotencyKey, echoLength),
  })
}

function echoProblem(text: string | null, longest: number): string | null {
  return text !== null && text.length > longest ? `Use at most ${longest} characters.` : null
}

/** Of everything that was asked: asked again under the same idempotency key, it has to be the same. */
export function inputHashOf(wishes: VerificationWishes): string {
  const { member, reason, amount, payee, returnUrl, state, nonce } = wishes
  const asked = [member.id, member.email, reason, amount, payee, returnUrl, state, nonce]
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url')
}
