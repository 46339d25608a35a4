/**
 * Work that takes up whatever is due: asked for while it is under way, it runs once more after that, and never beside
 * itself. However often it is asked for, there is one run and at most one to come.
 */
export class OneRun {
  readonly #work: () => Promise<unknown>
  #underWay: Promise<void> | null = null
  #isAskedAgain = false

  constructor(work: () => Promise<unknown>) {
    this.#work = work
  }

  /** Resolves when everything is done that was due when this was called. */
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
      // In the same breath as the last look: whoever asks from now on begins a run.
      this.#underWay = null
    }
  }
}
