import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, test } from 'vitest'
import { PhoneInput } from './phone-input'
import { countriesIn, countryNamedBy, e164Of, findCountries } from './phone-number'

function Page({ allowed }: { allowed: readonly string[] | null }) {
  const [entry, setEntry] = useState<Parameters<typeof PhoneInput>[0]['entry']>({ number: '', country: undefined })
  return (
    <>
      <PhoneInput entry={entry} onChange={setEntry} allowedCountries={allowed} />
      <output>{e164Of(entry.number, entry.country) ?? 'no number'}</output>
    </>
  )
}

function show(allowed: readonly string[] | null = null) {
  render(<Page allowed={allowed} />)
  return {
    user: userEvent.setup(),
    number: screen.getByLabelText('Mobile number'),
    picker: () => screen.getByRole('button', { name: /Country|country/ }),
    result: () => document.querySelector('output')?.textContent,
  }
}

test.each(['+49 151 23456742', '0049 (151) 234-567-42', '+49.151.23456742', '+4915123456742'])(
  'a number that names its country, written as %j, moves the picker along',
  async (written) => {
    const { user, number, picker, result } = show()
    await user.type(number, written)
    expect(picker().textContent).toContain('DE')
    expect(result()).toBe('+4915123456742')
  },
)

test('a national number is read in the country that was picked', async () => {
  const { user, number, picker, result } = show()
  await user.click(picker())
  await user.keyboard('germ{Enter}')
  expect(picker().textContent).toContain('+49')
  await user.type(number, '0151 / 234 567 42')
  expect(result()).toBe('+4915123456742')
})

test('picking another country keeps the digits', async () => {
  const { user, number, picker } = show()
  await user.type(number, '0151 23456742')
  await user.click(picker())
  await user.keyboard('austria{Enter}')
  expect(number).toHaveProperty('value', '0151 23456742')
})

test('the picker is a combobox: arrows walk the list, Escape gives the focus back', async () => {
  const { user, picker } = show(['AT', 'DE', 'CH'])
  await user.click(picker())
  const search = screen.getByRole('combobox')
  expect(document.activeElement).toBe(search)
  const list = within(screen.getByRole('listbox'))
  expect(list.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'Austria+43',
    'Germany+49',
    'Switzerland+41',
  ])
  const before = search.getAttribute('aria-activedescendant')
  await user.keyboard('{ArrowDown}')
  expect(search.getAttribute('aria-activedescendant')).not.toBe(before)
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(document.activeElement).toBe(picker())
})

describe('searching a country', () => {
  const countries = countriesIn('en', null)
  const first = (search: string) => findCountries(countries, search)[0]?.code

  test.each([
    ['ger', 'DE'],
    ['+49', 'DE'],
    ['0049', 'DE'],
    ['49', 'DE'],
    ['de', 'DE'],
    ['cote d', 'CI'],
    ['TURK', 'TR'],
    ['aland', 'AX'],
    ['٤٩', 'DE'],
  ])('%j finds %s', (search, code) => {
    expect(findCountries(countries, search).map((country) => country.code)).toContain(code)
  })

  test('names that begin so come first', () => {
    expect(first('ger')).toBe('DE')
    expect(first('niger')).toBe('NE')
  })
})

test.each([
  ['٠١٥١ ٢٣٤٥٦٧٤٢', 'DE', '+4915123456742'],
  ['\u202a0049 151 23456742\u202c', 'FR', '+4915123456742'],
  ['+52 1 55 1234 5678', 'MX', '+525512345678'],
  ['+225 07 12 34 56', 'CI', '+2250707123456'],
] as const)('%j, as people of its country write it, is a number', (text, country, number) => {
  expect(e164Of(text, country)).toBe(number)
})

test.each(['', '12', 'hello', '+49'])('%j is no number yet', (text) => {
  expect(e164Of(text, 'DE')).toBeUndefined()
})

test('a number without its zone code names no country', () => {
  expect(countryNamedBy('0151 23456742')).toBeUndefined()
})
