import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, test } from 'vitest'
import { HelpFooter } from '../ui/help-footer'
import { type Area, catalogSources } from './catalogs'
import { preferredLanguage } from './language'
import { changeLanguage } from './text-store'

afterEach(() => changeLanguage('en'))

test('switching the language changes the words, the document and what the next visit speaks', async () => {
  render(
    <MemoryRouter>
      <HelpFooter />
    </MemoryRouter>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Deutsch' }))
  expect(await screen.findByText('Hilfe bei der Anmeldung')).toBeTruthy()
  expect(document.documentElement.lang).toBe('de')
  expect(preferredLanguage()).toBe('de')
})

test('no text is left empty in any language, and each that names something names it', async () => {
  for (const [language, areas] of Object.entries(catalogSources)) {
    for (const area of Object.keys(areas) as Area[]) {
      for (const [path, text] of leaves(await areas[area](), `${language}.${area}`)) {
        expect(text.trim(), path).not.toBe('')
        expect(text, path).not.toMatch(/undefined|NaN/)
        expect(text, path).not.toMatch(/!|\binvalid\b|oops|mandate|\bgrace\b|overdue|(?<!two-)\bfactor\b/i)
      }
    }
  }
})

function* leaves(value: unknown, path: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'function') yield [path, String(value('Acme', 'Tue 17:00', 'Chrome', '127.0.0.1'))]
  else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${path}.${key}`)
  }
}
