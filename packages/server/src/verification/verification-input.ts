import { createHash } from 'node:crypto'
import { limits } from '@twinlock/shared/limits'
import { nameProblem } from '../profile/name/name-rules.js'

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

/** What is shown must be one line that means what it says: no control or direction characters. */
export function verificationProblems(wishes: VerificationWishes): Record<string, string> {
  const { reasonLength, amountLength, payeeLength, echoLength } = limits.verification
  const { member } = wishes
  const isOne = (member.id === null) !== (member.email === null)
  const problems = {
    member: isOne ? null : 'Name the member by id or by email, not both.',
    reason: nameProblem(wishes.reason, reasonLength),
    amount: wishes.amount === null ? null : nameProblem(wishes.amount, amountLength),
    payee: wishes.payee === null ? null : nameProblem(wishes.payee, payeeLength),
    state: echoProblem(wishes.state, echoLength),
    nonce: echoProblem(wishes.nonce, echoLength),
    idempotencyKey: echoProblem(wishes.idempotencyKey, echoLength),
  }
  return Object.fromEntries(Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== null))
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
