import { limits } from '@twinlock/shared/limits'
import { createConnection } from 'mongoose'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { AccountCollection, type AccountDocument, newAccount } from '../../accounts/account.model.js'
import { newId } from '../../platform/crypto/tokens.js'
import { type Collection, insertDocument } from '../../platform/mongo/database.js'
import { type GuessTarget, type ReservedGuess, SecondStepStore } from './second-step.store.js'

const now = new Date('2026-05-12T10:00:00.000Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const AT_ONCE = 20

const connection = createConnection(inject('mongodbUri'), { dbName: newId('guesses') })
let accounts: Collection<AccountDocument>
let store: SecondStepStore
beforeAll(async () => {
  await connection.asPromise()
  accounts = AccountCollection.on(connection)
  store = new SecondStepStore(accounts)
})
afterAll(async () => {
  await connection.dropDatabase()
  await connection.close()
})

async function account(): Promise<AccountDocument> {
  const email = `${newId('a')}@example.com`
  const made = newAccount({ emailKey: email, email, name: 'Ada', passwordHash: null, now })
  await insertDocument(accounts, made)
  return made
}
const signIn = (id = newId('sgn')): GuessTarget => ({ id, where: { epoch: 0 }, endsAt: null, isSignIn: true })

async function atOnce<T>(act: () => Promise<T | null>): Promise<T[]> {
  const all = await Promise.all(Array.from({ length: AT_ONCE }, act))
  return all.filter((each) => each !== null)
}

async function reserved(accountId: string, target: GuessTarget): Promise<ReservedGuess> {
  const guess = await store.reserveGuess(accountId, now, target)
  if (!guess) throw new Error('No guess was left.')
  return guess
}

test('of guesses that come at once five are reserved, and one that is given back can be had again', async () => {
  const { _id } = await account()
  const target = signIn()
  const [first, ...others] = await atOnce(() => store.reserveGuess(_id, now, target))
  expect([first, ...others].map((guess) => guess?.guesses).sort()).toEqual([1, 2, 3, 4, 5])
  if (first) await store.releaseGuess(first)
  expect(await atOnce(() => store.reserveGuess(_id, now, target))).toHaveLength(1)
})

test('giving a guess back twice makes no more than five', async () => {
  const { _id } = await account()
  const target = signIn()
  const guess = await reserved(_id, target)
  for (let times = 0; times < 3; times += 1) await store.releaseGuess(guess)
  expect(await atOnce(() => store.reserveGuess(_id, now, target))).toHaveLength(limits.guessesPerCode)
})

test('each target has five, and the account ten in a row', async () => {
  const { _id } = await account()
  for (const target of [signIn(), signIn()])
    expect(await atOnce(() => store.reserveGuess(_id, now, target))).toHaveLength(limits.guessesPerCode)
  expect(await store.reserveGuess(_id, now, signIn())).toBeNull()
})

test('guesses before the moment from which they count leave room, to the millisecond', async () => {
  const { _id } = await account()
  const id = newId('ses')
  await atOnce(() => store.reserveGuess(_id, now, { id, where: {}, endsAt: null }))
  expect(await store.reserveGuess(_id, later(1), { id, where: {}, endsAt: null, since: now })).toBeNull()
  expect(await store.reserveGuess(_id, later(1), { id, where: {}, endsAt: null, since: later(1) })).toMatchObject({
    guesses: 1,
  })
})

test('a guess is reserved only where what it is for is still true of the account', async () => {
  const { _id } = await account()
  expect(await store.reserveGuess(_id, now, { ...signIn(), where: { epoch: 1 } })).toBeNull()
  expect((await accounts.findOne({ _id: _id }))?.attempts).toMatchObject({ inARow: 0, recent: [] })
})

describe('a sign-in', () => {
  test('is finished by the step that is accepted first, and takes no further guess', async () => {
    const { _id } = await account()
    const target = signIn()
    const guesses = await atOnce(() => store.reserveGuess(_id, now, target))
    const finished = await Promise.all(guesses.map((guess) => store.accept(guess, {}, { name: 'Ada' })))
    expect(finished.filter(Boolean)).toHaveLength(1)
    expect((await accounts.findOne({ _id: _id }))?.finishedSignIns).toEqual([target.id])
  })

  test('that is finished leaves the other sign-ins as they are', async () => {
    const { _id } = await account()
    const [one, other] = [await reserved(_id, signIn()), await reserved(_id, signIn())]
    expect(await store.accept(one, {}, {})).not.toBeNull()
    expect(await store.accept(other, {}, {})).not.toBeNull()
  })

  test('is remembered among the latest hundred', async () => {
    const { _id } = await account()
    const finishedSignIns = Array.from({ length: 100 }, (_, place) => `sgn_${place}`)
    await accounts.updateOne({ _id }, { $set: { finishedSignIns } })
    const target = signIn()
    const after = await store.accept(await reserved(_id, target), {}, {})
    expect(after?.finishedSignIns).toEqual([...finishedSignIns.slice(1), target.id])
  })
})
