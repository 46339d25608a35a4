import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, test } from 'vitest'
import { Tabs } from './tabs'

const original = Element.prototype.scrollIntoView
afterEach(() => {
  Element.prototype.scrollIntoView = original
})

test('on a phone the row scrolls to the tab that is open, on arrival and after a press', async () => {
  const shown: string[] = []
  Element.prototype.scrollIntoView = function () {
    shown.push(this.textContent ?? '')
  }
  render(
    <MemoryRouter initialEntries={['/log']}>
      <Tabs
        label="Pages"
        tabs={[
          { to: '/settings', label: 'Settings' },
          { to: '/log', label: 'Log' },
        ]}
      />
    </MemoryRouter>,
  )
  expect(shown).toEqual(['Log'])
  await userEvent.click(screen.getByRole('link', { name: 'Settings' }))
  expect(shown).toEqual(['Log', 'Settings'])
})
