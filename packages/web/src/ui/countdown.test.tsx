import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { learnServerTime } from '../time/server-clock'
import { Countdown } from './countdown'
import { Toaster } from './toast'

const START = new Date('2024-05-14T15:00:00Z')
const inMinutes = (minutes: number) => new Date(START.getTime() + minutes * 60_000).toISOString()
const pass = (minutes: number) => act(() => vi.advanceTimersByTime(minutes * 60_000))

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  learnServerTime(new Date(Date.now()).toUTCString())
  vi.useRealTimers()
})

function show(until: string, onEnd = vi.fn()) {
  render(
    <>
      <Countdown until={until} onEnd={onEnd} />
      <Toaster />
    </>,
  )
  const [status] = screen.getAllByRole('status')
  return { timer: screen.getByRole('timer'), status: status as HTMLElement, onEnd }
}

test('ticks in silence, and says aloud when 60, 10, 5 and 1 minutes are left', () => {
  const { timer, status } = show(inMinutes(61))
  expect(timer.getAttribute('aria-live')).toBe('off')
  const said: string[] = []
  for (let minute = 0; minute < 61; minute++) {
    const before = status.textContent
    pass(1)
    if (status.textContent !== before) said.push(status.textContent?.trim() ?? '')
  }
  expect(said).toEqual(['60 minutes left', '10 minutes left', '5 minutes left', '1 minute left'])
})

test('a minute to wait for another code is not announced as it begins', () => {
  const { status, timer } = show(inMinutes(1))
  const before = status.textContent
  pass(0.5)
  expect(status.textContent).toBe(before)
  expect(timer.textContent).toBe('0:30')
})

test('reports its end once, and never goes below zero', () => {
  const { timer, onEnd } = show(inMinutes(1))
  pass(3)
  expect(onEnd).toHaveBeenCalledTimes(1)
  expect(timer.textContent).toBe('0:00')
})

test('reports its end too when it was over before it was first shown, as after a night with the lid closed', () => {
  expect(show(inMinutes(-1)).onEnd).toHaveBeenCalledTimes(1)
})

test('counts by the server’s clock on a device whose own is an hour slow', () => {
  learnServerTime(new Date(START.getTime() + 60 * 60_000).toUTCString())
  expect(show(inMinutes(63)).timer.textContent).toBe('3:00')
})

test.each([
  [inMinutes(200), '3 h 20 min'],
  [inMinutes(26 * 60), '1 d 2 h'],
])('writes long times in hours and days', (until, text) => {
  expect(show(until).timer.textContent).toBe(text)
})
