import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderApp } from '../testing/render-app'
import { FilterBar } from './filter-bar'

test('the choices are folded away on phones, with how many are made, and unfold', async () => {
  const { user } = renderApp(
    <FilterBar search={<input aria-label="Search" />} count={2}>
      <select aria-label="Role" />
    </FilterBar>,
    '/',
    {},
  )
  const fold = screen.getByRole('button', { name: 'Filter (2)' })
  const choices = document.getElementById(fold.getAttribute('aria-controls') ?? '')
  expect(choices?.contains(screen.getByRole('combobox', { name: 'Role' }))).toBe(true)
  expect(fold.getAttribute('aria-expanded')).toBe('false')
  expect(choices?.className).toContain('max-md:hidden')
  await user.click(fold)
  expect(fold.getAttribute('aria-expanded')).toBe('true')
  expect(choices?.className).not.toContain('max-md:hidden')
})

test('with nothing chosen it says no number', () => {
  renderApp(
    <FilterBar search={null} count={0}>
      {null}
    </FilterBar>,
    '/',
    {},
  )
  screen.getByRole('button', { name: 'Filter' })
})
