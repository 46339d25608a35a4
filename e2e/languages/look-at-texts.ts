import { expect, type Page } from '@playwright/test'
import type { Look } from '../screens/tour'
import { isEnglishSentence, longestLanguages } from './catalogs'
import { misfits, textsOutsideOfBrackets } from './page-texts'
import { HOST, servePseudoLocale } from './pseudo-locale'

/** The languages whose texts have the most letters, and the one that reads from right to left. */
const WORDY = [...longestLanguages(2), 'ar']

/** What the people of the tours type and what their apps, providers and methods are called, in every language. */
const NAMES =
  /[Tt]winlock|Ada Byron|Grace Hopper|Lena Late|Maria Lopez|Nora Next|Paula Prompt|Sam Single|Tom Timely|Acme|Beta|Chess Club|Shop|Wiki|Pay an invoice|Blue Shipping Ltd|EUR|mfa|Apache|Auth0|Express|Google Workspace|JumpCloud|Keycloak|Microsoft Entra ID|Next\.js|oauth2-proxy|Okta|OneLogin|PingOne/g
/** Addresses, codes, keys, scopes and the types of events: what no word of a sentence looks like. */
const NO_WORDS = /\S*(\d|\w[@:/._]\w)\S*/g
const BACKUP_CODES = /[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{5}/g
/** By which browsers recognize the code of a text (WICG, Origin-bound one-time codes delivered via SMS). */
const CODE_LINE = /\n\n@\S+ #\d+$/
const INITIALS = /^[A-Z]{2}$/

const served = new WeakSet()

/** Reads a screen in the pseudo-locale and in wordy languages: every text is from a catalog, and fits. */
export const lookAtTexts: Look = async ({ page }, name) => {
  const context = page.context()
  if (!served.has(context)) {
    served.add(context)
    await servePseudoLocale(context)
  }
  await showIn(page, HOST)
  const texts = await page.evaluate(textsOutsideOfBrackets)
  expect.soft(texts.filter(isOfNoCatalog), `${name}: texts that no catalog has`).toEqual([])
  expect.soft(await page.evaluate(misfits), `${name}, in the pseudo-locale`).toEqual([])
  for (const language of WORDY) {
    await showIn(page, language)
    expect.soft(await page.evaluate(misfits), `${name}, in ${language}`).toEqual([])
  }
  await showIn(page, 'en')
}

/** As a choice in another tab of the same browser does. */
async function showIn(page: Page, language: string): Promise<void> {
  await page.evaluate((newValue) => {
    localStorage.setItem('twinlock.language', newValue)
    window.dispatchEvent(new StorageEvent('storage', { key: 'twinlock.language', newValue }))
  }, language)
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}

function isOfNoCatalog(text: string): boolean {
  const rest = text.replaceAll(NAMES, '').replaceAll(NO_WORDS, '').replaceAll(BACKUP_CODES, '').trim()
  return /\p{Script=Latin}{2}/u.test(rest) && !INITIALS.test(rest) && !isEnglishSentence(text.replace(CODE_LINE, ''))
}
