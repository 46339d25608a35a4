import { createConnection } from 'mongoose'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Evidence } from '../domain/evidence.js'
import { newId } from '../platform/crypto/tokens.js'
import type { Collection } from '../platform/mongo/database.js'
import { type ChallengeDocument, ChallengeStore, type CodeSlot } from './challenge.store.js'

interface Asking extends ChallengeDocument {
  isOver: boolean
  evidence: Evidence[]
}

const now = new Date('2026-05-12T10:00:00.000Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const code = (sealedCode: string): CodeSlot => ({ sealedCode, sentAt: now, expiresAt: later(600_000), sends: 1 })
const passkey = { challenge: 'to be signed', expiresAt: later(600_000) }
const mailbox: Evidence = { method: 'MAILBOX', at: now }
const AT_ONCE = 20

const connection = createConnection(inject('mongodbUri'), { dbName: newId('challenges') })
let documents: Collection<Asking>
let store: ChallengeStore<Asking>
beforeAll(async () => {
  await connection.asPromise()
  // The test's own, so it is not defined as one of the product, all of which migrations know.
  documents = connection.collection<Asking>('asking') as unknown as Collection<Asking>
  store = new ChallengeStore(documents, { isOver: false })
})
afterAll(async () => {
  await connection.dropDatabase()
  await connection.close()
})

async function put(over: Partial<Asking> = {}): Promise<string> {
  const _id = newId('ask')
  await documents.insertOne({ _id, isOver: false, evidence: [], sms: null, mailbox: null, guesses: 0, ...over })
  return _id
}

/** How many of those that come at once succeed. */
async function winners(act: () => Promise<unknown>): Promise<number> {
  return (await Promise.all(Array.from({ length: AT_ONCE }, act))).filter(Boolean).length
}

describe('of callers that come at once, one wins', () => {
  test.each<[string, Partial<Asking>, (id: string) => Promise<unknown>]>([
    ['keeping a code', {}, (id) => store.replaceCode(id, 'sms', null, code('new'))],
    ['replacing a code', { sms: code('old') }, (id) => store.replaceCode(id, 'sms', code('old'), code('new'))],
    ['spending a text', { sms: code('a') }, (id) => store.spendSms(id, 'a', now)],
    ['spending a passkey’s challenge', { passkey }, (id) => store.spendPasskeyChallenge(id, passkey.challenge)],
    ['proving the mailbox', { mailbox: code('a') }, (id) => store.proveMailbox(id, 'a', mailbox)],
  ])('%s', async (_, over, act) => {
    const id = await put(over)
    expect(await winners(() => act(id))).toBe(1)
  })
})

describe('an ended document takes no code and no proof', () => {
  const full = { isOver: true, sms: code('a'), mailbox: code('a'), passkey }
  test.each<[string, (id: string) => Promise<unknown>]>([
    ['new code', (id) => store.replaceCode(id, 'sms', code('a'), code('b'))],
    ['text', (id) => store.spendSms(id, 'a', now)],
    ['passkey’s challenge', (id) => store.spendPasskeyChallenge(id, passkey.challenge)],
    ['mailed code', (id) => store.proveMailbox(id, 'a', mailbox)],
  ])('it takes no %s', async (_, act) => {
    const id = await put(full)
    const before = await documents.findOne({ _id: id })
    expect(await act(id)).toBeFalsy()
    expect(await documents.findOne({ _id: id })).toEqual(before)
  })

  test('it stores no new challenge', async () => {
    const id = await put(full)
    await store.storePasskeyChallenge(id, { ...passkey, challenge: 'another' })
    expect(await documents.findOne({ _id: id })).toMatchObject({ passkey })
  })
})

test('a text that was spent stays, marked, until it would have expired', async () => {
  const id = await put({ sms: code('a') })
  await store.spendSms(id, 'a', now)
  expect(await documents.findOne({ _id: id })).toMatchObject({ sms: { sealedCode: 'a', spentAt: now } })
})

test('the proof of a mailbox spends the code and is recorded, in one write', async () => {
  const id = await put({ mailbox: code('a') })
  expect(await store.proveMailbox(id, 'a', mailbox)).toMatchObject({ mailbox: null, evidence: [mailbox] })
})
