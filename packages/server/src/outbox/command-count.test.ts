import type { Connection } from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manyMessages, openTestDatabase, testOutbox } from './outbox.fixture.js'

let connection: Connection
const commands: string[] = []
beforeAll(async () => {
  connection = await openTestDatabase('outbox_command_count_test')
  connection.getClient().on('commandStarted', ({ commandName }) => void commands.push(commandName))
})
afterAll(() => connection.close())

test('a thousand mails are claimed, sent and marked as sent with at most 0.2 commands each', async () => {
  const asked: number[] = []
  const readersOf = async (emailKeys: readonly string[]) => {
    asked.push(emailKeys.length)
    return new Map()
  }
  const { outbox } = testOutbox(connection, { readersOf })
  await outbox.put(manyMessages(1_000))
  commands.splice(0)
  expect(await outbox.deliverDue()).toEqual({ sent: 1_000, retried: 0, failed: 0 })
  expect(asked).toEqual(Array.from({ length: 25 }, () => 40))
  expect(commands.length + asked.length).toBeLessThanOrEqual(200)
})
