import { expect, type Page } from '@playwright/test'

/** The one heading of a page, which has the focus, so that a screen reader begins there. */
export async function expectPage(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

/** A step of the wizard, which its document's title names as well. */
export async function expectStep(page: Page, step: `${number} of ${number}`, heading: string): Promise<void> {
  await expectPage(page, heading)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByText(`Step ${step}`)).toBeVisible()
  await expect(page).toHaveTitle(`Step ${step}: ${heading} · Twinlock`)
}
