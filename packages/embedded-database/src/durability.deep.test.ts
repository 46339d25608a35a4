import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { MongoClient } from 'mongodb'
import { expect, onTestFinished, test, vi } from 'vitest'
import { findRunningDatabase, type RunningDatabase } from './data-folder.mjs'
import { startEmbeddedDatabase } from './start-embedded-database.mjs'
import { scratchFolder } from './testing/scratch-folder.js'

const PARENT = fileURLToPath(new URL('./testing/parent-process.ts', import.meta.url))

test('every acknowledged write is there after the engine is killed in the middle of writing', async () => {
  const dataDir = await scratchFolder()
  const acknowledged = await writeUntilKilled(dataDir, 500)

  const again = await startEmbeddedDatabase({ dataDir })
  onTestFinished(again.close)
  const found = new Set((await notesOf(again.uri).find().toArray()).map((note) => note._id))

  expect(acknowledged.length).toBeGreaterThanOrEqual(500)
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([])
})

test('one of fifty parallel compare-and-sets wins', async () => {
  const database = await startEmbeddedDatabase({ dataDir: await scratchFolder() })
  onTestFinished(database.close)
  const notes = notesOf(database.uri)
  for (let round = 0; round < 5; round++) {
    await notes.insertOne({ _id: `round-${round}`, isTaken: false })
    const attempts = Array.from({ length: 50 }, () =>
      notes.updateOne({ _id: `round-${round}`, isTaken: false }, { $set: { isTaken: true } }),
    )
    const wins = (await Promise.all(attempts)).filter((result) => result.modifiedCount === 1)
    expect(wins).toHaveLength(1)
  }
})

test('a reader never sees half of an update', async () => {
  const database = await startEmbeddedDatabase({ dataDir: await scratchFolder() })
  onTestFinished(database.close)
  const notes = notesOf(database.uri)
  await notes.insertOne({ _id: 'twins', left: 0, right: 0 })
  const writing = Promise.all(
    Array.from({ length: 300 }, () =>
      notes.findOneAndUpdate({ _id: 'twins' }, { $inc: { left: 1, right: 1 } }, { returnDocument: 'after' }),
    ),
  )
  const seen = await Promise.all(Array.from({ length: 300 }, () => notes.findOne({ _id: 'twins' })))
  const written = await writing

  expect([...seen, ...written].filter((note) => note?.left !== note?.right)).toEqual([])
  expect(new Set(written.map((note) => note?.left)).size).toBe(300)
})

test('the engine ends when its parent is killed, and the next start takes over', async () => {
  const dataDir = await scratchFolder()
  const { parent, database } = await startInOwnProcess(dataDir)
  expect(await findRunningDatabase(dataDir)).toEqual(database)

  parent.kill('SIGKILL')
  await once(parent, 'exit')
  const successor = await startEmbeddedDatabase({ dataDir })
  onTestFinished(successor.close)

  await vi.waitFor(() => expect(() => process.kill(database.pid, 0)).toThrow(), 5_000)
  expect(await findRunningDatabase(dataDir)).toEqual({ uri: successor.uri, pid: successor.pid })
})

test('a command finds the database that another process runs, and none after it was killed or closed', async () => {
  const dataDir = await scratchFolder()
  expect(await findRunningDatabase(dataDir)).toBeUndefined()
  const database = await startEmbeddedDatabase({ dataDir })
  expect((await findRunningDatabase(dataDir))?.uri).toBe(database.uri)

  process.kill(database.pid, 'SIGKILL')
  await database.ended
  expect(await findRunningDatabase(dataDir)).toBeUndefined()

  const again = await startEmbeddedDatabase({ dataDir })
  await again.close()
  expect(await findRunningDatabase(dataDir)).toBeUndefined()
})

interface Note {
  _id: string
  isTaken?: boolean
  left?: number
  right?: number
}

function notesOf(uri: string) {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 })
  onTestFinished(() => client.close())
  return client.db('test').collection<Note>('notes')
}

/** Four writers insert one after another; the engine is killed as soon as `enough` writes were acknowledged. */
async function writeUntilKilled(dataDir: string, enough: number): Promise<string[]> {
  const database = await startEmbeddedDatabase({ dataDir })
  const client = new MongoClient(database.uri, { retryWrites: false, serverSelectionTimeoutMS: 500 })
  const notes = client.db('test').collection<Note>('notes')
  const acknowledged: string[] = []
  const write = async (writer: number) => {
    for (let n = 0; ; n++) {
      const _id = `${writer}-${n}`
      await notes.insertOne({ _id })
      acknowledged.push(_id)
      if (acknowledged.length === enough) process.kill(database.pid, 'SIGKILL')
    }
  }
  const outcomes = await Promise.allSettled([0, 1, 2, 3].map(write))
  expect(outcomes.every((outcome) => outcome.status === 'rejected')).toBe(true)
  await client.close()
  await database.ended
  return acknowledged
}

async function startInOwnProcess(dataDir: string): Promise<{ parent: ChildProcess; database: RunningDatabase }> {
  const parent = spawn(process.execPath, ['--import', 'tsx', PARENT, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    parent.kill('SIGKILL')
  })
  const [line] = (await once(parent.stdout, 'data')) as [Buffer]
  return { parent, database: JSON.parse(line.toString()) as RunningDatabase }
}
