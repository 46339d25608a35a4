import { expectPage } from '../acts/headings'
import { signUp } from '../acts/sign-up'
import { expect, test } from '../fixtures'

test('the API answers in the browser, under the same content policy as every page', async ({ somebody }) => {
  const ada = await somebody()
  await signUp(ada)
  await ada.page.goto('/developers')
  await expectPage(ada.page, 'Developers')
  // The button is there a moment before the editor that it reads.
  await expect(async () => {
    await ada.page.getByRole('button', { name: /Execute query/ }).click()
    await expect(ada.page.getByText(`"${ada.name}"`)).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await ada.page.getByLabel('Examples').selectOption({ label: 'Who lacks two-factor authentication?' })
  await expect(ada.page.getByText('WhoLacks').first()).toBeVisible()
})
