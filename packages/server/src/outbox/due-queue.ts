import type { Clock } from '../platform/clock/clock.js'
import type { ClaimedMessage, Due, OutboxStore } from './outbox.store.js'
import type { Channel } from './outbox.types.js'

/** What is put meanwhile and is more urgent waits for no more than these. */
const listedAtOnce = 100

/** How long a worker has its messages for itself; whoever dies with them delays them by as much. */
export const leaseMs = 120_000
/** Longer than any provider's time limit: with less of the lease left, an attempt could outlive it. */
const attemptMs = 30_000

/** The messages of one run of a worker, claimed in small portions as its lanes ask for them. */
export class DueQueue {
  readonly #store: OutboxStore
  readonly #clock: Clock
  readonly #portion: number
  readonly #open = new Set<Channel>(['email', 'sms'])
  #listed: Due[] = []
  #claimed: ClaimedMessage[] = []
  #refill: Promise<void> | null = null
  #isDry = false

  constructor(store: OutboxStore, clock: Clock, portion: number) {
    this.#store = store
    this.#clock = clock
    this.#portion = portion
  }

  /** @returns the next message to send, or null when this run is over. */
  async next(): Promise<ClaimedMessage | null> {
    while (this.#open.size > 0) {
      const message = this.#claimed.shift()
      if (message && this.#maySend(message)) return message
      if (message) await this.#store.release([message], this.#clock.now())
      else if (this.#isDry) return null
      else await this.#refilled()
    }
    return null
  }

  /** No more of this channel in this run: its provider is down. */
  closeChannel(channel: Channel): void {
    this.#open.delete(channel)
  }

  /** Gives back what was claimed and not sent. */
  async close(): Promise<void> {
    this.#open.clear()
    await this.#refill
    const unsent = this.#claimed.splice(0)
    if (unsent.length > 0) await this.#store.release(unsent, this.#clock.now())
  }

  #maySend({ channel, leaseUntil }: ClaimedMessage): boolean {
    return this.#open.has(channel) && leaseUntil.getTime() - this.#clock.now().getTime() > attemptMs
  }

  /** Lanes that find the queue empty wait for one and the same refill. */
  #refilled(): Promise<void> {
    this.#refill ??= this.#fill().finally(() => {
      this.#refill = null
    })
    return this.#refill
  }

  async #fill(): Promise<void> {
    const now = this.#clock.now()
    if (this.#listed.length === 0) this.#listed = await this.#store.due([...this.#open], now, listedAtOnce)
    this.#isDry = this.#listed.length === 0
    const portion = this.#listed.splice(0, this.#portion).filter(({ channel }) => this.#open.has(channel))
    if (portion.length === 0) return
    const ids = portion.map(({ id }) => id)
    this.#claimed.push(...(await this.#store.claim(ids, now, new Date(now.getTime() + leaseMs))))
  }
}
