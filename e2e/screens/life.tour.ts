import { expect } from '@playwright/test'
import { arrive } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { typeCode } from '../acts/say-code'
import { givePassword } from '../acts/sign-in'
import { expectSignedIn } from '../acts/sign-up'
import type { Tour } from './tour'

export const lifeTour: Tour = {
  name: 'the life of an account',
  needsApp: false,
  async walk({ newPerson, clocked, look }) {
    const ada = await arrive(await newPerson('Ada Byron', { at: clocked }))
    const { page } = ada
    const dialog = page.getByRole('dialog')
    await page.goto('/account')
    await page.getByRole('button', { name: 'Email me a link' }).click()
    await page.goto(await ada.mailedLink('Your data at Twinlock'))
    await expectPage(page, 'Download your data')
    await look(ada, 'export')
    await page.goto('/networks')
    await page.goto(`/export#token=${'A'.repeat(43)}`)
    await page.getByRole('button', { name: 'Download file' }).click()
    await expectPage(page, 'This link doesn’t work')
    await look(ada, 'export-over')

    await page.goto('/account')
    await page.getByRole('button', { name: 'Delete account' }).click()
    await expect(dialog).toBeVisible()
    await look(ada, 'dialog-delete-account')
    await dialog.getByRole('button', { name: 'Delete my account' }).click()
    await expectPage(page, 'Sign in')
    await givePassword(ada)
    await expectPage(page, 'Your account will be deleted')
    await look(ada, 'keep-account')
    await page.getByRole('button', { name: 'Keep account' }).click()
    await expectSignedIn(ada)

    const another = `another.${ada.email}`
    await page.goto('/account')
    await page.getByRole('button', { name: 'Change your email address' }).click()
    await expect(dialog).toBeVisible()
    await look(ada, 'dialog-email')
    await dialog.getByLabel('New email address').fill(another)
    await dialog.getByRole('button', { name: 'Send code' }).click()
    const inbox = page.getByRole('dialog', { name: 'Check your new inbox' })
    await expect(inbox).toBeVisible()
    await look(ada, 'dialog-email-code')
    await typeCode(inbox, await ada.mailedCodeAt(another))
    await expect(page.getByText(`You now sign in as ${another}.`).first()).toBeVisible()
    await page.goto(await ada.mailedLink('Your Twinlock address was changed'))
    await expectPage(page, 'Undo the change of your email address?')
    await look(ada, 'email-undo')
    await page.getByRole('button', { name: 'Undo the change' }).click()
    await expectPage(page, 'Your address is back')
    await look(ada, 'email-undone')
  },
}
