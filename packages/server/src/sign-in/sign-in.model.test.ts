import { limits } from '@twinlock/shared/limits'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { accountOf } from '../testing/network.js'
import { newPerson, type Person } from '../testing/person.js'
import { rounds } from '../testing/rounds.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { Command, expectOutcome, guess, type Model, type Real, stepOf } from './sign-in-model.fixture.js'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startTestApp(inject('mongodbUri'))
})
afterAll(() => testApp.close())

class SignIn extends Command {
  async act(model: Model, { person }: Real) {
    const step = await person.signIn()
    expect(step.__typename).toBe('SecondStepRequired')
    model.isSignedIn = false
    model.ticket = { guesses: 0, expiresAt: model.now + limits.signInLifetime, epoch: model.epoch, sms: null }
  }
}

class WrongPassword extends Command {
  override check(model: Model) {
    return model.passwordFailures < 5
  }
  async act(model: Model, real: Real) {
    const stranger = Object.assign(Object.create(real.person) as Person, { password: 'not the password' })
    expectOutcome(real, await stranger.signIn(), 'InvalidCredentials')
    model.passwordFailures += 1
  }
}

class AppCode extends Command {
  constructor(readonly stepsAway: number) {
    super()
  }
  async act(model: Model, real: Real) {
    const { person } = real
    const step = stepOf(model.now) + this.stepsAway
    const isOfNow = this.stepsAway === 0 || this.stepsAway === -1
    const outcome = guess(model, () => {
      if (!isOfNow || step <= model.lastStep) return { is: 'wrong' }
      return {
        is: 'right',
        accept() {
          model.lastStep = step
          real.acceptedSteps.push(step)
        },
      }
    })
    expectOutcome(real, await person.verify('AUTHENTICATOR_APP', await person.appCode(this.stepsAway)), outcome)
  }
  override toString() {
    return `AppCode(${this.stepsAway})`
  }
}

class BackupCode extends Command {
  constructor(readonly which: 'unused' | 'used' | 'none') {
    super()
  }
  override check(model: Model) {
    return this.which === 'none' || (this.which === 'used' ? model.usedBackupCodes : model.unusedBackupCodes).length > 0
  }
  async act(model: Model, real: Real) {
    const { unusedBackupCodes, usedBackupCodes } = model
    const code = { unused: unusedBackupCodes[0], used: usedBackupCodes[0], none: 'AAAA-AAAA-AAAAA' }[this.which] ?? ''
    const outcome = guess(model, () => {
      if (this.which !== 'unused') return { is: 'wrong' }
      return {
        is: 'right',
        accept() {
          model.unusedBackupCodes = unusedBackupCodes.slice(1)
          model.usedBackupCodes = [...usedBackupCodes, code]
        },
      }
    })
    expectOutcome(real, await real.person.verify('BACKUP_CODE', code), outcome)
  }
  override toString() {
    return `BackupCode(${this.which})`
  }
}

/** Also the one that says it again: the same live code, and no guess forgotten. */
class AskForText extends Command {
  async act({ ticket, now, epoch }: Model, { person }: Real) {
    const { __typename } = await person.browser.field('mutation { sendSignInCode { __typename } }')
    const isOpen = ticket !== null && now < ticket.expiresAt && ticket.epoch === epoch
    expect(__typename === 'SignInExpired').toBe(!isOpen)
    if (__typename !== 'CodeSent' || !ticket) return
    const code = await person.textedCode()
    const live = ticket.sms && now < ticket.sms.expiresAt ? ticket.sms : null
    if (live) expect(code).toBe(live.code)
    ticket.sms = live ?? { code, expiresAt: now + limits.codeLifetime }
  }
}

class TextedCode extends Command {
  constructor(readonly isRight: boolean) {
    super()
  }
  async act(model: Model, real: Real) {
    const sms = model.ticket?.sms ?? null
    const outcome = guess(model, () => {
      if (!this.isRight || !sms) return { is: 'wrong' }
      return model.now < sms.expiresAt ? { is: 'right', accept: () => undefined } : { is: 'over' }
    })
    expectOutcome(real, await real.person.verify('SMS', this.isRight && sms ? sms.code : '00000x'), outcome)
  }
  override toString() {
    return `TextedCode(${this.isRight})`
  }
}

class TimePasses extends Command {
  constructor(readonly ms: number) {
    super()
  }
  async act(model: Model, { person }: Real) {
    person.testApp.clock.advance(this.ms)
    model.now += this.ms
  }
  override toString() {
    return `TimePasses(${this.ms})`
  }
}

class PasswordReset extends Command {
  async act(model: Model, real: Real) {
    const { person } = real
    const request = 'mutation($email: String!) { requestPasswordReset(email: $email) { __typename } }'
    const asked = await person.browser.field(request, { email: person.email })
    if (asked.__typename !== 'PasswordResetSent') return
    const token = await person.mailedToken()
    const reset = 'mutation($input: ResetPasswordInput!) { resetPassword(input: $input) { __typename } }'
    const answer = await person.browser.field(reset, { input: { token, password: person.password } })
    expectOutcome(real, answer, 'PasswordChanged')
    model.epoch += 1
    model.isSignedIn = false
  }
}

const seconds = (count: number) => fc.constant(new TimePasses(count * 1_000))
const commands = fc.commands(
  [
    fc.constant(new SignIn()),
    fc.constant(new SignIn()),
    fc.constant(new WrongPassword()),
    fc.constantFrom(0, 0, 0, -1, -2, 1).map((stepsAway) => new AppCode(stepsAway)),
    fc.constantFrom(-40, 2, 3).map((stepsAway) => new AppCode(stepsAway)),
    fc.constantFrom('unused' as const, 'used' as const, 'none' as const).map((which) => new BackupCode(which)),
    fc.constant(new AskForText()),
    fc.boolean().map((isRight) => new TextedCode(isRight)),
    seconds(1),
    seconds(30),
    seconds(60),
    seconds(600),
    seconds(900),
    fc.constant(new PasswordReset()),
  ],
  { maxCommands: 30, size: 'max' },
)

test('for every order of signing in, guessing, waiting and beginning again, the account follows the rules', async () => {
  await fc.assert(
    fc.asyncProperty(commands, (steps) => fc.asyncModelRun(begin, steps)),
    { numRuns: rounds({ usual: 4, deep: 40 }), endOnFailure: true },
  )
}, 180_000)

let people = 0
async function begin(): Promise<{ model: Model; real: Real }> {
  people += 1
  const person = await (await newPerson(testApp).signUp()).setUpApp()
  await person.setUpSms(`+4917012${String(people).padStart(5, '0')}`)
  await person.browser.field('mutation { signOut }')
  await testApp.settle()
  const now = testApp.clock.now().getTime()
  const account = await accountOf(testApp, person)
  const model: Model = {
    now,
    ticket: null,
    isSignedIn: false,
    epoch: account.epoch,
    inARow: 0,
    lastGuessAt: 0,
    lastStep: account.lastTotpStep ?? 0,
    unusedBackupCodes: person.backupCodes,
    usedBackupCodes: [],
    passwordFailures: 0,
  }
  return { model, real: { person, acceptedSteps: [] } }
}
