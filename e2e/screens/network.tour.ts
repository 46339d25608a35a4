import { expect } from '@playwright/test'
import { arrive } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { bringIn, foundNetwork, invite } from '../acts/networks'
import type { Tour } from './tour'

export const networkTour: Tour = {
  name: 'a network and its people',
  needsApp: false,
  async walk({ newPerson, look }) {
    const maria = await arrive(await newPerson('Maria Lopez'))
    const { page } = maria
    await page.goto('/networks')
    await expect(page.getByText('You’re not in a network yet')).toBeVisible()
    await look(maria, 'networks-none')
    await page.goto('/networks/new')
    await expectPage(page, 'Create a network')
    await look(maria, 'network-new')
    await page.getByLabel('Address').fill('api')
    await page.getByRole('button', { name: 'Create network' }).click()
    await expect(page.getByLabel('Address')).toHaveAttribute('aria-invalid', 'true')
    await look(maria, 'network-new-problems')

    const acme = await foundNetwork(maria, 'Acme')
    await page.goto(`/networks/${acme.slug}`)
    await expect(page.getByRole('heading', { name: 'Getting started' })).toBeVisible()
    await look(maria, 'network-home-alone')
    const tom = await arrive(await newPerson('Tom Timely'))
    await bringIn(maria, acme, tom, 'MEMBER')
    await invite(maria, acme.slug, 'nora.next@example.com', 'Guest')
    await page.goto(`/networks/${acme.slug}`)
    await expect(page.getByText('Tom Timely')).toBeVisible()
    await look(maria, 'network-home')
    await page.getByRole('button', { name: 'Network: Acme. Switch network' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await look(maria, 'network-switcher')
    await page.keyboard.press('Escape')

    await page.goto(`/networks/${acme.slug}/people`)
    await expect(page.getByRole('heading', { name: 'Pending invitations' })).toBeVisible()
    await look(maria, 'people')
    const dialog = page.getByRole('dialog')
    const invitePeople = page.getByRole('button', { name: 'Invite people' })
    await invitePeople.click()
    await dialog.getByRole('button', { name: 'Send invitation' }).click()
    await expect(dialog.getByLabel('Email addresses')).toHaveAttribute('aria-invalid', 'true')
    await look(maria, 'dialog-invite')
    await page.keyboard.press('Escape')
    for (const [item, name] of [
      ['Change role', 'dialog-role'],
      ['Sign out of this network', 'dialog-end-sessions'],
      ['Transfer ownership', 'dialog-transfer'],
      ['Remove from the network', 'dialog-remove-person'],
    ] as const) {
      await page.getByRole('button', { name: 'Manage Tom Timely' }).click()
      await page.getByRole('menuitem', { name: item }).click()
      await expect(dialog).toBeVisible()
      await look(maria, name)
      await page.keyboard.press('Escape')
    }

    await page.goto(`/networks/${acme.slug}/security/settings`)
    await page.getByRole('button', { name: 'Delete network' }).click()
    await expect(dialog).toBeVisible()
    await look(maria, 'dialog-delete-network')
    await page.keyboard.press('Escape')

    await page.goto('/networks')
    await expect(page.getByRole('link', { name: /Acme/ })).toBeVisible()
    await look(maria, 'networks')
    await page.goto('/networks/nowhere')
    await expectPage(page, 'Network not found')
    await look(maria, 'network-missing')
  },
}

export const invitationTour: Tour = {
  name: 'being invited',
  needsApp: false,
  async walk({ newPerson, look }) {
    const maria = await arrive(await newPerson('Maria Lopez'))
    const acme = await foundNetwork(maria, 'Acme')
    const nora = await newPerson('Nora Next')
    await invite(maria, acme.slug, nora.email, 'Member')
    const link = await nora.mailedLink(/invited you/)
    const { page } = nora
    await page.goto(link)
    await expectPage(page, 'Join Acme')
    await look(nora, 'invitation')
    await maria.page.goto(link)
    await expectPage(maria.page, 'This invitation is for another account')
    await look(maria, 'invitation-other-account')
    await arrive(nora)
    await page.goto('/networks')
    await page.goto(link)
    await expect(page.getByRole('button', { name: 'Join Acme' })).toBeVisible()
    await look(nora, 'invitation-join')
    await page.goto('/networks')
    await page.goto(`/invitation#token=${'A'.repeat(43)}`)
    await expectPage(page, 'This link no longer works')
    await look(nora, 'invitation-over')
  },
}
