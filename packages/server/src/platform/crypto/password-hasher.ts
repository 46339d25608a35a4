import { availableParallelism } from 'node:os'
import { InjectionToken } from '@needle-di/core'
import { hash, verify } from '@node-rs/argon2'
import PQueue from 'p-queue'

/** OWASP password storage: argon2id, m = 19 MiB, t = 2, p = 1. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 2 as const }
const QUEUE_LENGTH = 32
/** One core stays free: in a flood of sign-ins, signed-in users must not wait for a hash. */
const AT_ONCE = Math.max(1, availableParallelism() - 1)

/** Thrown when the queue is full: a flood of sign-ins must not starve signed-in users. */
export class HashQueueFullError extends Error {
  override name = 'HashQueueFullError'
}

export const PasswordHasher = new InjectionToken<PasswordHasher>('PasswordHasher', {
  factory: () => createPasswordHasher(),
})

/** Without a hash (no such account) it takes just as long, and returns false. */
export type VerifyPassword = (passwordHash: string | null, password: string) => Promise<boolean>

export interface PasswordHasher {
  hash(password: string): Promise<string>
  verify: VerifyPassword
  /** Takes a place for work that reads before it verifies, until the work ends: what it verifies then is not refused. */
  admit<T>(work: (verify: VerifyPassword) => Promise<T>): Promise<T>
  /** The number of running hashes. */
  running(): number
  /** The number of waiting and running hashes. */
  depth(): number
  /** The number of hashes since the start, for tests that compare work. */
  runs(): number
}

/**
 * Runs at most one hash per core at a time, on all of them but one, and queues a few.
 * @throws HashQueueFullError from every method that hashes
 */
export function createPasswordHasher({ concurrency = AT_ONCE, queueLength = QUEUE_LENGTH } = {}): PasswordHasher {
  const queue = new PQueue({ concurrency })
  let count = 0
  let taken = 0
  let decoy: Promise<string> | undefined

  function run<T>(work: () => Promise<T>): Promise<T> {
    return queue.add(() => {
      count += 1
      return work()
    })
  }

  const verifyInTurn: VerifyPassword = async (passwordHash, password) => {
    // Made with the first password, of any account: a start need not wait for it, and it reveals nothing.
    decoy ??= hash('no account has this password', PARAMETERS)
    const standIn = await decoy
    const matches = await run(() => verify(passwordHash ?? standIn, password.normalize('NFC')))
    return passwordHash !== null && matches
  }

  async function admit<T>(work: (verify: VerifyPassword) => Promise<T>): Promise<T> {
    if (taken >= concurrency + queueLength) throw new HashQueueFullError('Too many sign-ins at once.')
    taken += 1
    try {
      return await work(verifyInTurn)
    } finally {
      taken -= 1
    }
  }

  return {
    hash: (password) => admit(() => run(() => hash(password.normalize('NFC'), PARAMETERS))),
    verify: (passwordHash, password) => admit((verified) => verified(passwordHash, password)),
    admit,
    running: () => queue.pending,
    depth: () => queue.size + queue.pending,
    runs: () => count,
  }
}
