import { expect, test, vi } from 'vitest'
import { createLogger } from '../logging/logger.js'
import { tidyUp } from './tidy-up.js'

test('a room whose cleanup fails is logged, and the others are still cleaned up', async () => {
  const lines: string[] = []
  const logger = createLogger('error', { write: (line: string) => void lines.push(line) })
  const [broken, later] = [vi.fn(async () => Promise.reject(new Error('away'))), vi.fn(async () => undefined)]
  await tidyUp([broken, later], logger).run()
  expect(later).toHaveBeenCalledOnce()
  expect(lines.join('')).toContain('away')
})
