import { expect } from '@playwright/test'
import { arrive } from '../acts/arrive'
import { ownNetwork } from '../acts/own-network'
import type { Tour } from './tour'

export const appsTour: Tour = {
  name: 'apps',
  needsApp: true,
  async walk({ newPerson, clocked, look }) {
    const ada = await arrive(await newPerson('Ada Byron', { at: clocked }))
    const { page } = ada
    const slug = await ownNetwork(ada)
    await page.goto(`/networks/${slug}/apps`)
    await expect(page.getByText('One sign-in for everything your team uses.')).toBeVisible()
    await look(ada, 'apps-empty')

    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Add app' }).click()
    await expect(dialog).toBeVisible()
    await look(ada, 'dialog-add-app')
    await dialog.getByLabel('Name', { exact: true }).fill('Wiki')
    await dialog.getByLabel('Redirect addresses').fill('http://localhost:4020/callback')
    await dialog.getByLabel('Who can open the app').selectOption('Specific roles only')
    await dialog.getByRole('checkbox', { name: 'Guest' }).uncheck()
    await dialog.getByRole('checkbox', { name: 'Admin' }).uncheck()
    await look(ada, 'dialog-add-app-roles')
    await dialog.getByRole('button', { name: 'Add rule' }).click()
    await dialog.getByLabel('Path', { exact: true }).fill('/admin')
    await dialog.getByLabel('Path', { exact: true }).scrollIntoViewIfNeeded()
    await look(ada, 'dialog-add-app-rule')
    await dialog.getByLabel('Client authentication').selectOption('Signed with the app’s own key (private_key_jwt)')
    await dialog.getByLabel('Public keys').fill('not a key')
    await dialog.getByRole('button', { name: 'Add app' }).click()
    await expect(dialog.getByLabel('Public keys')).toHaveAttribute('aria-invalid', 'true')
    await look(ada, 'dialog-add-app-key')
    await dialog.getByLabel('Client authentication').selectOption('Client secret in the header (client_secret_basic)')
    await dialog.getByRole('button', { name: 'Add app' }).click()
    await expect(page.getByRole('dialog', { name: 'Wiki is ready to connect' })).toBeVisible()
    await look(ada, 'dialog-app-made')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await expect(page.getByText('Not used yet')).toBeVisible()
    await look(ada, 'apps')
    await page.getByRole('button', { name: 'More actions for Wiki' }).click()
    await page.getByRole('menuitem', { name: 'Who used it' }).click()
    await expect(page.getByText('Nobody has used Wiki yet.')).toBeVisible()
    await look(ada, 'app-people-empty')
  },
}
