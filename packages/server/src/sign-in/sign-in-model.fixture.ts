import { limits } from '@twinlock/shared/limits'
import type fc from 'fast-check'
import { expect } from 'vitest'
import { Background } from '../platform/jobs/background.js'
import { accountOf } from '../testing/network.js'
import type { Person } from '../testing/person.js'
import { sessionCookiesIn } from '../testing/refused.js'

/** The state of one account, and of the one browser that signs in to it, as the rules alone predict it. */
export interface Model {
  now: number
  ticket: { guesses: number; expiresAt: number; epoch: number; sms: { code: string; expiresAt: number } | null } | null
  isSignedIn: boolean
  epoch: number
  inARow: number
  lastGuessAt: number
  lastStep: number
  unusedBackupCodes: string[]
  usedBackupCodes: string[]
  passwordFailures: number
}

export interface Real {
  person: Person
  /** Every step of the app that was ever accepted. */
  acceptedSteps: number[]
}

type Outcome = 'SignedIn' | 'InvalidCode' | 'CodeExpired' | 'TooManyAttempts' | 'SignInExpired'
type Verdict = { is: 'right'; accept(): void } | { is: 'wrong' } | { is: 'over' }

/** What a guess must come to. Changes the model as the guess must change the account. */
export function guess(model: Model, judge: () => Verdict): Outcome {
  const { ticket } = model
  if (!ticket || model.now >= ticket.expiresAt) return 'SignInExpired'
  if (ticket.guesses >= limits.guessesPerCode) return 'TooManyAttempts'
  const isRowFull = model.inARow >= limits.guessesInARow
  if (isRowFull && model.now < model.lastGuessAt + limits.guessLock) return 'TooManyAttempts'
  model.lastGuessAt = model.now
  if (ticket.epoch !== model.epoch) {
    if (isRowFull) model.inARow = 0
    return 'SignInExpired'
  }
  model.inARow = isRowFull ? 1 : model.inARow + 1
  ticket.guesses += 1
  const verdict = judge()
  if (verdict.is === 'over') return 'CodeExpired'
  if (verdict.is === 'wrong') return 'InvalidCode'
  verdict.accept()
  model.inARow = 0
  model.ticket = null
  model.isSignedIn = true
  return 'SignedIn'
}

export const stepOf = (now: number) => Math.floor(now / 30_000)

/** What holds after every command, whatever came before. */
export async function holds(model: Model, { person, acceptedSteps }: Real): Promise<void> {
  const { testApp } = person
  await testApp.app.get(Background).settled()
  const account = await accountOf(testApp, person)
  expect((await person.viewer()) !== null, 'signed in').toBe(model.isSignedIn)
  expect(account.attempts.inARow).toBe(model.inARow)
  expect(account.attempts.inARow).toBeLessThanOrEqual(limits.guessesInARow)
  expect(account.backupCodes.filter(({ usedAt }) => !usedAt)).toHaveLength(model.unusedBackupCodes.length)
  expect(new Set(acceptedSteps).size, 'a step is accepted once').toBe(acceptedSteps.length)
  const sessions = await testApp.connection
    .collection('sessions')
    .find({ accountId: account._id, epoch: account.epoch })
    .toArray()
  expect(sessions).toHaveLength(model.isSignedIn ? 1 : 0)
  for (const { evidence } of sessions) {
    const methods = (evidence as { method: string }[]).map(({ method }) => method)
    expect(methods, 'no session without both steps').toContain('PASSWORD')
    expect(methods.some((method) => ['AUTHENTICATOR_APP', 'SMS', 'BACKUP_CODE'].includes(method))).toBe(true)
  }
}

/** A refused attempt sets no session. */
export function expectOutcome({ person }: Real, answer: { __typename: string }, outcome: string): void {
  expect(answer.__typename).toBe(outcome)
  expect(sessionCookiesIn(person.browser.lastSetCookies)).toHaveLength(outcome === 'SignedIn' ? 1 : 0)
}

export abstract class Command implements fc.AsyncCommand<Model, Real> {
  check(_model: Readonly<Model>): boolean {
    return true
  }
  protected abstract act(model: Model, real: Real): Promise<void>
  async run(model: Model, real: Real): Promise<void> {
    await this.act(model, real)
    await holds(model, real)
  }
  toString(): string {
    return this.constructor.name
  }
}
