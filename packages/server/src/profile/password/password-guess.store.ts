import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import DataLoader from 'dataloader'
import { FIRST_DELAY_MS, type GuessLimit, type PasswordGuess } from '../../domain/password-delay.js'
import { newId } from '../../platform/crypto/tokens.js'
import { defineCollection } from '../../platform/mongo/database.js'
import { isDuplicateKey } from '../../platform/mongo/mongo-connection.js'

type StoredGuess = PasswordGuess & { id: string }

interface PasswordGuessesDocument {
  /** A network address, or a browser or session with the account that it belongs to. */
  _id: string
  /** Newest first. */
  guesses: StoredGuess[]
  newestAt: Date
}

/** As many as it takes to determine the longest delay. */
const KEPT = 60

export type GuessReservation = { kind: 'reserved'; id: string } | { kind: 'refused'; guesses: readonly PasswordGuess[] }

export const PasswordGuessesCollection = defineCollection<PasswordGuessesDocument>('password_guesses', [
  [{ newestAt: 1 }],
])

/** Counts guesses at passwords by the place they come from: each takes its slot, by one conditional update, before it is checked. */
export class PasswordGuessStore {
  /** What was right in one turn of the event loop is taken back by one command. */
  readonly #releases = new DataLoader<{ place: string; id: string }, true>((guesses) => this.#releaseAll(guesses), {
    cache: false,
  })

  constructor(private readonly places = inject(PasswordGuessesCollection)) {}

  /** By `_id`. Parallel guesses see each other, on any server: none of them passes a limit. */
  async reserve(place: string, who: string, guessLimits: readonly GuessLimit[], now: Date): Promise<GuessReservation> {
    const id = newId('pwd')
    try {
      const found = await this.places.findOneAndUpdate(
        { _id: place },
        reservation({ id, at: now, who }, guessLimits, now),
        { upsert: true, returnDocument: 'after' },
      )
      const guesses = found?.guesses ?? []
      return guesses[0]?.id === id ? { kind: 'reserved', id } : { kind: 'refused', guesses }
    } catch (error) {
      // Two first guesses met, and one of them made the document.
      if (isDuplicateKey(error)) return this.reserve(place, who, guessLimits, now)
      throw error
    }
  }

  /** Removes a guess that was right, or that could not be checked. */
  async release(place: string, id: string): Promise<void> {
    await this.#releases.load({ place, id })
  }

  async #releaseAll(guesses: readonly { place: string; id: string }[]): Promise<true[]> {
    await this.places.bulkWrite(
      guesses.map(({ place, id }) => ({
        updateOne: { filter: { _id: place }, update: { $pull: { guesses: { id } } as never } },
      })),
      { ordered: false },
    )
    return guesses.map(() => true)
  }

  /** By `newestAt`: housekeeping only. */
  async sweep(now: Date): Promise<void> {
    await this.places.deleteMany({ newestAt: { $lte: new Date(now.getTime() - limits.passwordWindow) } })
  }
}

/** Adds the guess where `passwordRetryAt` would let it pass, and nothing otherwise. */
function reservation(guess: StoredGuess, guessLimits: readonly GuessLimit[], now: Date): Record<string, unknown>[] {
  const since = new Date(now.getTime() - limits.passwordWindow)
  const isOpen = { $and: guessLimits.map((limit) => isWithin(limit, now)) }
  return [
    {
      $set: {
        guesses: {
          $filter: { input: { $ifNull: ['$guesses', []] }, as: 'guess', cond: { $gt: ['$$guess.at', since] } },
        },
      },
    },
    {
      $set: {
        guesses: {
          $cond: [isOpen, { $slice: [{ $concatArrays: [[{ $literal: guess }], '$guesses'] }, KEPT] }, '$guesses'],
        },
        newestAt: { $cond: [isOpen, now, { $ifNull: ['$newestAt', now] }] },
      },
    },
  ]
}

function isWithin({ who, free }: GuessLimit, now: Date): Record<string, unknown> {
  const counted =
    who === null
      ? '$guesses.at'
      : {
          $map: {
            input: { $filter: { input: '$guesses', as: 'guess', cond: { $eq: ['$$guess.who', { $literal: who }] } } },
            as: 'guess',
            in: '$$guess.at',
          },
        }
  const doubled = { $multiply: [FIRST_DELAY_MS, { $pow: [2, { $subtract: [{ $size: '$$counted' }, free + 1] }] }] }
  const delay = { $min: [doubled, limits.passwordWindow] }
  return {
    $let: {
      vars: { counted },
      in: {
        $or: [
          { $lte: [{ $size: '$$counted' }, free] },
          { $gte: [now, { $add: [{ $max: '$$counted' }, { $toLong: delay }] }] },
        ],
      },
    },
  }
}
