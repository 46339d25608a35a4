import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, test } from 'vitest'
import { HelpFooter } from '../ui/help-footer'
import { areas } from './catalogs'
import { preferredLanguage } from './language'
import { changeLanguage, followOtherTabs } from './text-store'

afterEach(() => changeLanguage('en'))

test('switching the language changes the texts, the document and the language of the next visit', async () => {
  render(
    <MemoryRouter>
      <HelpFooter />
    </MemoryRouter>,
  )
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'Deutsch')
  expect(await screen.findByText('Hilfe bei der Anmeldung')).toBeTruthy()
  expect(document.documentElement.lang).toBe('de')
  expect(preferredLanguage()).toBe('de')
})

test('a language that is chosen in one tab is shown in the others', async () => {
  followOtherTabs()
  render(
    <MemoryRouter>
      <HelpFooter />
    </MemoryRouter>,
  )
  window.dispatchEvent(new StorageEvent('storage', { key: 'twinlock.language', newValue: 'fr' }))
  expect(await screen.findByText('Aide à la connexion')).toBeTruthy()
})

test('no text says a word that people who use the product would not', () => {
  const sources = import.meta.glob<string>('../../../shared/src/locales/*/*.json', {
    query: '?raw',
    import: 'default',
    eager: true,
  })
  expect(Object.keys(sources).length).toBeGreaterThan(areas.length)
  for (const [file, source] of Object.entries(sources)) {
    for (const line of source.split('\n')) {
      const text = line.replace(/^\s*"[^"]*": /, '')
      expect(text, file).not.toMatch(
        /!|\binvalid\b|oops|mandate|\bgrace\b|overdue|\b(?:anew|whoever|somebody|everybody)\b|(?<!two-)\bfactor\b/i,
      )
    }
  }
})
