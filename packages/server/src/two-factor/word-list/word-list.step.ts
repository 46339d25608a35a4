import { inject } from '@needle-di/core'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { accepted, type SecondStep, type SecondStepVerdict, used, wrong } from '../second-step/second-step.js'
import { type ReservedGuess, SecondStepStore } from '../second-step/second-step.store.js'
import { wordOf } from './word-list.js'

/** A word of the printed list. The account's own write moves on to the next word: of concurrent callers one wins. */
export class WordListStep implements SecondStep {
  constructor(
    private readonly store = inject(SecondStepStore),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  async judge(guess: ReservedGuess, typed: string): Promise<SecondStepVerdict> {
    const { wordList } = guess.account.factors
    if (!wordList) return wrong
    const words = await this.keyRing.open(wordList.sealedWords, { owner: guess.account._id, purpose: 'word-list' })
    const place = words.split(' ').indexOf(wordOf(typed))
    if (place === -1) return wrong
    if (place < wordList.next) return used
    const now = this.clock.now()
    const isNext = { 'factors.wordList.next': wordList.next }
    const set = { 'factors.wordList.next': place + 1, 'factors.wordList.lastUsedAt': now }
    return accepted({ method: 'WORD_LIST', at: now }, await this.store.accept(guess, isNext, set))
  }
}
