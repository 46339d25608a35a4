import { render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { changeLanguage } from '../texts/text-store'
import { serverNow } from './server-clock'
import { useMoments } from './use-moments'

afterEach(() => changeLanguage('en'))

test.each([
  ['en', '2m ago, 3h ago'],
  ['de', 'Vor 2 Min., Vor 3 Std.'],
  ['fr', 'Il y a 2\u00a0min, Il y a 3\u00a0h'],
  ['pl', '2 min temu, 3 godz. temu'],
] as const)('in %s, a moment of today is written %j', async (language, expected) => {
  await changeLanguage(language)
  render(<TwoMoments />)
  expect(screen.getByRole('paragraph').textContent).toBe(expected)
})

function TwoMoments() {
  const moments = useMoments()
  return (
    <p>{[2, 185].map((minutes) => moments.near(new Date(serverNow() - minutes * 60_000).toISOString())).join(', ')}</p>
  )
}
