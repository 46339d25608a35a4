/**
 * Coalesces requests for work that handles whatever is due. A request during a run starts one more run afterwards;
 * there is never more than one run at a time and one pending.
 */
export class OneRun {
  readonly #work: () => Promise<unknown>
  #underWay: Promise<void> | null = null
  #isAskedAgain = false

  constructor(work: () => Promise<unknown>) {
    this.#work = work
  }

  /** Resolves when all work that was due at the time of the call is done. */
  run(): Promise<void> {
    if (this.#underWay) this.#isAskedAgain = true
    this.#underWay ??= this.#runs()
    return this.#underWay
  }

  async #runs(): Promise<void> {
    try {
      do {
        this.#isAskedAgain = false
        await this.#work()
      } while (this.#isAskedAgain)
    } finally {
      // In the same tick as the last check: a later request starts a new run.
      this.#underWay = null
    }
  }
}
