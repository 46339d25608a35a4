import { expect } from '@playwright/test'
import { arrive } from '../acts/arrive'
import { chooseAtProvider, goToCompanySignIn, setUpCompanySignIn } from '../acts/company'
import { expectPage } from '../acts/headings'
import { bringIn, foundNetwork } from '../acts/networks'
import { startIdentityProvider } from '../servers/start-identity-provider'
import type { Tour } from './tour'

export const companyTour: Tour = {
  name: 'company sign-in',
  needsApp: false,
  async walk({ newPerson, look }) {
    const maria = await arrive(await newPerson('Maria Lopez'))
    const sam = await arrive(await newPerson('Sam Single'))
    const acme = await foundNetwork(maria, 'Acme')
    await bringIn(maria, acme, sam, 'MEMBER')
    const provider = await startIdentityProvider(maria.twinlock.url, [maria, sam])
    const { page } = maria
    const dialog = page.getByRole('dialog')
    await page.goto(`/networks/${acme.slug}/security/sso`)
    await expect(page.getByText('No company sign-in yet')).toBeVisible()
    await look(maria, 'company-none')
    await page.getByRole('button', { name: 'Set up company sign-in' }).click()
    await dialog.getByLabel('Issuer').fill('http://localhost:1')
    await dialog.getByLabel('Client ID').fill('twinlock')
    await dialog.getByRole('button', { name: 'Save and check' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await look(maria, 'dialog-company')
    await page.keyboard.press('Escape')
    await setUpCompanySignIn(maria, acme.slug, provider)
    await look(maria, 'company')
    await page.getByRole('button', { name: 'Add a domain' }).click()
    await dialog.getByLabel('Domain').fill('acme.example')
    await dialog.getByRole('button', { name: 'Add a domain' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.locator('#domains').getByText('Waiting for the DNS record')).toBeVisible()
    for (const [button, name] of [
      ['Change: New people', 'dialog-newcomers'],
      ['Change: Second step', 'dialog-proof'],
    ] as const) {
      await page.getByRole('button', { name: button }).click()
      await expect(dialog).toBeVisible()
      await look(maria, name)
      await page.keyboard.press('Escape')
    }

    await sam.context.clearCookies()
    await goToCompanySignIn(sam, 'nowhere')
    await expect(sam.page.getByText('We couldn’t find a company sign-in with that name.')).toBeVisible()
    await look(sam, 'company-sign-in-problem')
    await goToCompanySignIn(sam, acme.slug)
    await chooseAtProvider(sam)
    await expectPage(sam.page, 'Link your company sign-in to Acme')
    await look(sam, 'company-sign-in-link')
    await sam.page.goto(`/sign-in/sso?problem=PROVIDER_DOWN&network=${acme.slug}`)
    await expectPage(sam.page, 'Company sign-in isn’t responding')
    await look(sam, 'company-sign-in-down')
    await page.goto(`/sign-in/sso?problem=OWNER_CHOICE&network=${acme.slug}`)
    await expectPage(page, 'This network requires company sign-in')
    await expect(page.getByRole('button', { name: 'Continue without company sign-in' })).toBeVisible()
    await look(maria, 'company-sign-in-owner')
    await provider.stop()
  },
}
