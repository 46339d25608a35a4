import type { Page } from '@playwright/test'

/** Opens a menu of acts and takes one of them. */
export async function chooseAct(page: Page, menu: string, act: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click()
  await page.getByRole('menuitem', { name: act }).click()
}
