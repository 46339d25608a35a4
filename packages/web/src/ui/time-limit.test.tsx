import { act, fireEvent, render, screen } from '@testing-library/react'
import { MINUTE } from '@twinlock/shared/durations'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TimeLimit } from './time-limit'

const START = new Date('2024-05-14T15:00:00Z')
const pass = (minutes: number) => act(() => vi.advanceTimersByTime(minutes * MINUTE))

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

function limit(minutes: number) {
  const onExtend = vi.fn()
  const onEnd = vi.fn()
  const page = (until: number) => (
    <TimeLimit
      endsAt={new Date(START.getTime() + until * MINUTE).toISOString()}
      title="Do you need more time?"
      line={(moment) => `It ends at ${moment}.`}
      onExtend={onExtend}
      onEnd={onEnd}
    />
  )
  const { rerender } = render(page(minutes))
  return { onExtend, onEnd, moveTo: (until: number) => rerender(page(until)) }
}

test('two minutes ahead it warns, and the focus lies on what gives more time', () => {
  const { onExtend, moveTo } = limit(10)
  pass(7.9)
  expect(screen.queryByRole('dialog')).toBeNull()
  pass(0.2)
  const button = screen.getByRole('button', { name: 'I need more time' })
  expect(document.activeElement).toBe(button)
  fireEvent.click(button)
  expect(onExtend).toHaveBeenCalledTimes(1)
  moveTo(20)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('closed, it says no more, and time still runs out once', () => {
  const { onEnd } = limit(3)
  pass(1.5)
  fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  pass(0.5)
  expect(screen.queryByRole('dialog')).toBeNull()
  pass(5)
  expect(onEnd).toHaveBeenCalledTimes(1)
})

test('a limit weeks away warns nobody', () => {
  const { onEnd } = limit(14 * 24 * 60)
  pass(60)
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(onEnd).not.toHaveBeenCalled()
})
