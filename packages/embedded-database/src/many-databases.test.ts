import { readdir } from 'node:fs/promises'
import { MongoClient } from 'mongodb'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startEmbeddedDatabase } from './start-embedded-database.mjs'
import { scratchFolder } from './testing/scratch-folder.js'

test.skipIf(process.platform !== 'linux')(
  'the files of dropped databases are given back with the next checkpoint: mongod ends when it may open no more',
  { timeout: 60_000 },
  async () => {
    const database = await startEmbeddedDatabase({ dataDir: await scratchFolder() })
    onTestFinished(database.close)
    const client = new MongoClient(database.uri)
    onTestFinished(() => client.close())
    const filesOpen = async () => (await readdir(`/proc/${database.pid}/fd`)).length

    const before = await filesOpen()
    for (let n = 0; n < 10; n++) {
      const db = client.db(`round-${n}`)
      await Promise.all(Array.from({ length: 20 }, (_, each) => db.collection(`c${each}`).insertOne({})))
      await db.dropDatabase()
    }
    expect(await filesOpen()).toBeGreaterThan(before + 200)

    await vi.waitFor(
      async () => {
        await client.db('admin').command({ fsync: 1 })
        expect(await filesOpen()).toBeLessThan(before + 50)
      },
      { timeout: 30_000, interval: 500 },
    )
  },
)

test('a mongod that ends by accident leaves the end of its log', async () => {
  const database = await startEmbeddedDatabase({ dataDir: await scratchFolder() })
  process.kill(database.pid, 'SIGABRT')
  expect(await database.ended).toContain('Aborted')
  await database.close()
})
