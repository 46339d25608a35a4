/** Work for one key runs one after the other, for different keys side by side; in this process. */
export class OneAtATime {
  readonly #last = new Map<string, Promise<unknown>>()

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const task = before.then(work, work)
    this.#last.set(key, task)
    const forget = () => {
      if (this.#last.get(key) === task) this.#last.delete(key)
    }
    task.then(forget, forget)
    return task
  }
}
