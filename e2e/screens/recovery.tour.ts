import { expect } from '@playwright/test'
import { arriveWithApp } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { makeRequired } from '../acts/mandate'
import { bringIn, foundNetwork } from '../acts/networks'
import { helpBackIn } from '../acts/recovery'
import { typeCode } from '../acts/say-code'
import { givePassword } from '../acts/sign-in'
import type { Tour } from './tour'

export const recoveryTour: Tour = {
  name: 'being helped back in',
  needsApp: true,
  async walk({ newPerson, clocked, look }) {
    const maria = await arriveWithApp(await newPerson('Maria Lopez', { at: clocked }))
    const acme = await foundNetwork(maria, 'Acme')
    const beta = await foundNetwork(maria, 'Beta')
    const ada = await arriveWithApp(await newPerson('Ada Byron', { at: clocked }))
    for (const network of [acme, beta]) {
      await bringIn(maria, network, ada, 'MEMBER')
      await makeRequired(maria, network)
    }
    const security = `/networks/${acme.slug}/security`
    await maria.page.goto(security)
    await maria.page.getByRole('button', { name: 'Actions for Ada Byron' }).click()
    await look(maria, 'security-member-menu')
    await maria.page.keyboard.press('Escape')
    await maria.page.getByRole('button', { name: 'Actions for Ada Byron' }).click()
    await maria.page.getByRole('menuitem', { name: 'Help them back in' }).click()
    await expect(maria.page.getByRole('dialog')).toBeVisible()
    await look(maria, 'dialog-help-back-in')
    await helpBackIn(maria, acme.slug, ada, 'Phone lost, I called her')
    await look(maria, 'dialog-help-back-in-done')
    await clocked.settle()
    const link = await ada.mailedLink(/allowed you to set up/)

    const { page } = ada
    await ada.context.clearCookies()
    await page.goto('/sign-in')
    await givePassword(ada)
    await page.getByRole('button', { name: 'Try another way' }).click()
    await expect(page.getByText('Another admin has to agree too')).toBeVisible()
    await look(ada, 'verify-other-ways-waiting')
    await helpBackIn(maria, beta.slug, ada, 'Phone lost, I called her')
    await page.reload()
    await page.getByRole('button', { name: 'Try another way' }).click()
    await expect(page.getByRole('button', { name: /^Set up again/ })).toBeVisible()
    await look(ada, 'verify-other-ways-re-enrolment')
    await page.getByRole('button', { name: /^Set up again/ }).click()
    await expectPage(page, 'Set up your second step again')
    await look(ada, 'set-up-again')
    await typeCode(page, await ada.mailedCode())
    await expectPage(page, 'How should we check it’s you?')
    await look(ada, 'set-up-again-choose')

    await page.goto(link)
    await expectPage(page, 'Did you ask for this?')
    await look(ada, 'stop-set-up-again')
    await page.getByRole('button', { name: 'Stop it, it wasn’t me' }).click()
    await expectPage(page, 'The new set-up was stopped')
    await look(ada, 'stop-set-up-again-done')
    await page.goto('/recovery/cancel')
    await expectPage(page, 'The link is incomplete')
    await look(ada, 'stop-set-up-again-incomplete')
    await page.goto(link)
    await page.getByRole('button', { name: 'Stop it, it wasn’t me' }).click()
    await expectPage(page, 'There’s nothing left to stop')
    await look(ada, 'stop-set-up-again-expired')
  },
}
