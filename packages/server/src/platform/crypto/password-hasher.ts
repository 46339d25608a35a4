import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import PQueue from 'p-queue'

/** OWASP password storage: argon2id, m = 19 MiB, t = 2, p = 1. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 2 as const }
const QUEUE_LENGTH = 32
/** The last core is left to answers: in a flood of sign-ins, people who are signed in must not wait for a hash. */
const AT_ONCE = Math.max(1, availableParallelism() - 1)

/** Thrown when the queue is full: a flood of sign-ins must not starve the people who are signed in. */
export class HashQueueFullError extends Error {
  override name = 'HashQueueFullError'
}

export interface PasswordHasher {
  hash(password: string): Promise<string>
  /** With no hash to compare (no such account) it works just as long, and says no. */
  verify(passwordHash: string | null, password: string): Promise<boolean>
  /** Hashes running. */
  running(): number
  /** Hashes waiting and running. */
  depth(): number
  /** How many have run since the start: what a test of equal work counts. */
  runs(): number
}

/**
 * Runs at most one hash per core at a time, on all of them but one, and queues a few.
 * @throws HashQueueFullError from both methods
 */
export function createPasswordHasher({ concurrency = AT_ONCE, queueLength = QUEUE_LENGTH } = {}): PasswordHasher {
  const queue = new PQueue({ concurrency })
  let count = 0
  const decoy = hash('no account has this password', PARAMETERS)

  async function run<T>(work: () => Promise<T>): Promise<T> {
    if (queue.size >= queueLength) throw new HashQueueFullError('Too many sign-ins at once.')
    return queue.add(() => {
      count += 1
      return work()
    })
  }

  return {
    hash: (password) => run(() => hash(password.normalize('NFC'), PARAMETERS)),
    async verify(passwordHash, password) {
      const against = passwordHash ?? (await decoy)
      const matches = await run(() => verify(against, password.normalize('NFC')))
      return passwordHash !== null && matches
    },
    running: () => queue.pending,
    depth: () => queue.size + queue.pending,
    runs: () => count,
  }
}
