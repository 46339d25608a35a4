import { limits } from '@twinlock/shared/limits'
import { afterEach, expect, test, vi } from 'vitest'
import { rememberDestination, rememberedDestination } from './destination'

afterEach(() => vi.useRealTimers())

test('a destination survives the way through a mailed link, for as long as the link works', () => {
  vi.useFakeTimers()
  rememberDestination('?next=%2Finvitation')
  expect(rememberedDestination()).toBe('?next=%2Finvitation')
  vi.advanceTimersByTime(limits.resetLinkLifetime)
  expect(rememberedDestination()).toBe('')
})

test('a reset that was on its way to nowhere does not lead to where an earlier one was', () => {
  rememberDestination('?next=%2Faccount')
  rememberDestination('')
  expect(rememberedDestination()).toBe('')
})
