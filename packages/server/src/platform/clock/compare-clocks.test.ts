import { expect, inject, test } from 'vitest'
import { FakeClock } from '../../testing/fake-clock.js'
import { compareClocks } from '../clock/compare-clocks.js'
import { createLogger } from '../logging/logger.js'
import { openMongoConnection } from '../mongo/mongo-connection.js'

test.each([
  { away: 0, isLogged: false },
  { away: -600_000, isLogged: true },
  { away: 600_000, isLogged: true },
])('L11 a server whose clock is $away ms off logs it: $isLogged', async ({ away, isLogged }) => {
  const lines: string[] = []
  const logger = createLogger('info', { write: (line: string) => void lines.push(line) })
  const connection = await openMongoConnection(inject('mongodbUri')).asPromise()
  const ahead = await compareClocks(connection, new FakeClock(new Date(Date.now() + away)), logger)
  expect(Math.abs((ahead ?? 0) - away)).toBeLessThan(5_000)
  expect(lines.join('').includes('clock differs')).toBe(isLogged)
  await connection.close()
})
