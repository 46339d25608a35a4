import { expect, test, vi } from 'vitest'
import { deleteExpired } from './jobs.js'
import { createLogger } from './platform/logging/logger.js'

test('a room whose cleanup fails is logged, and the others are still cleaned up', async () => {
  const lines: string[] = []
  const logger = createLogger('error', { write: (line: string) => void lines.push(line) })
  const [broken, later] = [vi.fn(async () => Promise.reject(new Error('away'))), vi.fn(async () => undefined)]
  await deleteExpired([broken, later], logger).run()
  expect(later).toHaveBeenCalledOnce()
  expect(lines.join('')).toContain('away')
})
