import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { Toaster, toast } from './toast'

test.each([
  [true, 'Undone.'],
  [false, 'It wasn’t undone.'],
  ['A new link is on its way.', 'A new link is on its way.'],
])('what Undo comes to is said: %j', async (outcome, text) => {
  render(<Toaster />)
  const undo = vi.fn(async () => outcome)
  toast('Saved.', undo)
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await screen.findByText(text)
  expect(undo).toHaveBeenCalledOnce()
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

test('what cannot be reversed offers no Undo', async () => {
  render(<Toaster />)
  toast('Removed.')
  await screen.findByText('Removed.')
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})
