import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const STEP_SECONDS = 30
/** A code about to change may be over by the time it has been typed. */
const TYPING_SECONDS = 5

export const hasOathtool = existsSync('/usr/bin/oathtool')
export const WITHOUT_OATHTOOL = 'oathtool, which plays the authenticator app, is not on this machine'

/** A person's authenticator app: oathtool, which shares no code with Twinlock. */
export class Authenticator {
  #lastStep = 0

  /**
   * @param secret base32, as shown or scanned
   * @param now the clock of the phone
   */
  constructor(
    readonly secret: string,
    private readonly now: () => Date,
  ) {}

  /**
   * A code that has not been typed before, and still counts: of the step before (its 30 seconds of patience are the
   * rule), or of this one. After those two the person has to wait for the next, as people do.
   */
  async code(): Promise<string> {
    const seconds = this.now().getTime() / 1_000
    const current = Math.floor(seconds / STEP_SECONDS)
    const endsIn = (current + 1) * STEP_SECONDS - seconds
    const oldest = endsIn > TYPING_SECONDS ? current - 1 : current
    const step = Math.max(this.#lastStep + 1, oldest)
    if (step > current) {
      await pause(1_000 * ((step - current - 1) * STEP_SECONDS + endsIn))
    }
    this.#lastStep = step
    return await this.codeOfStep(step)
  }

  /** The code that a phone shows whose clock is off. */
  async codeAt(moment: Date): Promise<string> {
    return await this.codeOfStep(Math.floor(moment.getTime() / 1_000 / STEP_SECONDS))
  }

  private async codeOfStep(step: number): Promise<string> {
    const { stdout } = await run('oathtool', ['--totp', '-b', '-N', `@${step * STEP_SECONDS}`, this.secret])
    return stdout.trim()
  }
}
