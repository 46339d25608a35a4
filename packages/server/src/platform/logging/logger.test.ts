import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { createLogger, readableLog } from './logger.js'

test('a terminal gets a readable log, and what is no terminal JSON', async () => {
  expect(await readableLog(new PassThrough())).toBeUndefined()
  const terminal = Object.assign(new PassThrough(), { isTTY: true })
  createLogger('info', await readableLog(terminal)).warn({ folder: '/data' }, 'The disk is full')
  terminal.end()
  expect(await text(terminal)).toMatch(/WARN.*The disk is full.*\n.*folder.*"\/data"/)
})
