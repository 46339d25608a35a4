import { limits } from '@twinlock/shared/limits'
import { afterEach, expect, test, vi } from 'vitest'
import { rememberedReturnPath, rememberReturnPath } from './return-path'

afterEach(() => vi.useRealTimers())

test('a destination survives the way through a mailed link, for as long as the link works', () => {
  vi.useFakeTimers()
  rememberReturnPath('?next=%2Finvitation')
  expect(rememberedReturnPath()).toBe('?next=%2Finvitation')
  vi.advanceTimersByTime(limits.resetLinkLifetime)
  expect(rememberedReturnPath()).toBe('')
})

test('a reset that was on its way to nowhere does not lead to where an earlier one was', () => {
  rememberReturnPath('?next=%2Faccount')
  rememberReturnPath('')
  expect(rememberedReturnPath()).toBe('')
})
