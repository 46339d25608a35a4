import { randomBytes } from 'node:crypto'
import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { AttemptRemedy } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../../accounts/account.model.js'
import { judgeAttempts } from '../../domain/attempt-limit.js'
import type { Origin } from '../../events/event.types.js'
import { Clock } from '../../platform/clock/clock.js'
import { KeyRing } from '../../platform/crypto/key-ring.js'
import { newId } from '../../platform/crypto/tokens.js'
import { type ConfirmOutcome, ConfirmSetUpService, type ConfirmVerdict } from '../set-up/confirm-set-up.service.js'
import { SetUpStore } from '../set-up/set-up.store.js'
import { beginnerOf, type SetUpCaller, SetUpGuardService } from '../set-up/set-up-guard.service.js'
import { newWords, wordOf } from './word-list.js'

export type BeginWordListOutcome =
  | { kind: 'begun'; setUp: { setupId: string; words: string[]; expiresAt: Date } }
  | { kind: 'too-many'; retryAt: Date; remedy: AttemptRemedy }

export class WordListSetUpService {
  constructor(
    private readonly store = inject(SetUpStore),
    private readonly guard = inject(SetUpGuardService),
    private readonly confirmation = inject(ConfirmSetUpService),
    private readonly keyRing = inject(KeyRing),
    private readonly clock = inject(Clock),
  ) {}

  /** Begins a new set-up: an unfinished older list stops working. */
  async begin(caller: SetUpCaller): Promise<BeginWordListOutcome> {
    await this.guard.requireMayBegin(caller, 'WORD_LIST')
    const { account } = caller
    const now = this.clock.now()
    const attempts = judgeAttempts(account.attempts, now)
    if (attempts.kind !== 'open') return { ...attempts, kind: 'too-many' }
    const words = newWords(randomBytes)
    const setUp = {
      id: newId('set'),
      begunBy: beginnerOf(caller),
      startedAt: now,
      expiresAt: new Date(now.getTime() + limits.setUpLifetime),
      guesses: 0,
      sealedWords: await this.keyRing.seal(words.join(' '), { owner: account._id, purpose: 'word-list' }),
    }
    await this.store.begin(account._id, 'WORD_LIST', setUp)
    return { kind: 'begun', setUp: { setupId: setUp.id, words, expiresAt: setUp.expiresAt } }
  }

  /** The first word confirms that the list was printed. */
  async confirm(caller: SetUpCaller, setUpId: string, typed: string, origin: Origin): Promise<ConfirmOutcome> {
    return this.confirmation.confirm(caller, 'WORD_LIST', setUpId, origin, (account) => this.#judge(account, typed))
  }

  async #judge(account: AccountDocument, typed: string): Promise<ConfirmVerdict> {
    const wrong = { kind: 'wrong', alreadyUsed: false, clockOffsetSeconds: null } as const
    const sealedWords = account.setUps.wordList?.sealedWords
    if (!sealedWords) return wrong
    const words = await this.keyRing.open(sealedWords, { owner: account._id, purpose: 'word-list' })
    if (words.split(' ')[0] !== wordOf(typed)) return wrong
    const now = this.clock.now()
    return { kind: 'right', factor: { id: newId('fac'), sealedWords, next: 1, createdAt: now, lastUsedAt: null } }
  }
}
