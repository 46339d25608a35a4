import { expect, test } from '@playwright/test'
import { misfits, textsOutsideOfBrackets } from '../languages/page-texts'
import { pseudoText } from '../languages/pseudo-locale'

test('the pseudo-locale is longer than English, and keeps what a message takes', () => {
  expect(pseudoText('Sign in')).toBe('⟦Síígñ ííñ⟧')
  expect(pseudoText('{count, plural, one {# person} other {# people}} of {network}')).toBe(
    '⟦{count,plural,one{# péérsóóñ} other{# pééóópléé}} óóf {network}⟧',
  )
})

test('a text of no catalog is found, in its attributes too', async ({ page }) => {
  await page.setContent('<title>⟦Óók⟧</title><h1>⟦Ñéétwóórk ⟦Bééñ⟧⟧ Hello</h1><button aria-label="Close">⟦X⟧</button>')
  expect(await page.evaluate(textsOutsideOfBrackets)).toEqual(['Hello', 'Close'])
})

test('a text that sticks out, is cut, or makes the page scroll is found; a name that is cut is not', async ({
  page,
}) => {
  const cut = 'style="width: 40px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap"'
  await page.setContent(`<p style="width: 40px">Authentication</p><p ${cut}>Ada Byron</p><p ${cut}>⟦Ñéétwóórks⟧</p>`)
  expect(await page.evaluate(misfits)).toEqual([
    expect.stringMatching(/^Authentication is \d+ too wide, 0 too high for P/),
  ])
  // The next language on the same page.
  await page.getByText('⟦').evaluate((element) => (element.textContent = 'Netzwerkeinstellungen'))
  expect(await page.evaluate(misfits)).toHaveLength(2)
  await page.setContent('<div style="width: 3000px">wide</div>')
  expect(await page.evaluate(misfits)).toEqual(['the page is 3008 pixels wide'])
})
