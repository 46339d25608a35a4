import { expect } from '@playwright/test'
import { addApp, arrive, arriveWithTextMessages } from '../acts/arrive'
import { chooseAct } from '../acts/choose-act'
import { expectPage } from '../acts/headings'
import { ACTIVATE } from '../acts/mandate'
import { bringIn, foundNetwork } from '../acts/networks'
import { givePassword } from '../acts/sign-in'
import type { Tour } from './tour'

const MINUTE = 60_000

export const securityTour: Tour = {
  name: 'requiring it, before and after the deadline',
  needsApp: true,
  async walk({ newPerson, clocked, look }) {
    const maria = await arrive(await newPerson('Maria Lopez', { at: clocked }))
    const acme = await foundNetwork(maria, 'Acme')
    const paula = await arriveWithTextMessages(await newPerson('Paula Prompt', { at: clocked }))
    const lena = await arrive(await newPerson('Lena Late', { at: clocked }))
    for (const person of [paula, lena]) await bringIn(maria, acme, person, 'MEMBER')
    const { page } = maria
    const dialog = page.getByRole('dialog')
    const security = `/networks/${acme.slug}/security`

    await page.goto(security)
    await expect(page.getByText('Requiring two-factor authentication needs the Pro plan')).toBeVisible()
    await look(maria, 'security-free')
    await clocked.operate('set-plan', acme.slug, 'PRO')
    await addApp(maria)
    await page.reload()
    await page.getByLabel('Time to set up').selectOption('1')
    await page.getByRole('button', { name: ACTIVATE }).click()
    await expect(dialog).toBeVisible()
    await look(maria, 'dialog-activate')
    await dialog.getByRole('button', { name: 'Require for everyone' }).click()
    await expect(page.getByRole('heading', { name: /^Required for everyone by/ })).toBeVisible()
    await paula.page.goto('/account')
    await paula.page.getByRole('button', { name: 'Delete account' }).click()
    const leaving = paula.page.getByRole('dialog')
    await expect(leaving.getByText('What it means in your networks')).toBeVisible()
    await look(paula, 'dialog-delete-account')
    await leaving.getByRole('button', { name: 'Delete my account' }).click()
    await expectPage(paula.page, 'Sign in')
    await clocked.settle()
    await page.reload()
    await page.getByRole('checkbox', { name: 'Select Lena Late' }).check()
    await look(maria, 'security')
    const filter = page.getByRole('button', { name: 'Filter' })
    if (await filter.isVisible()) {
      await filter.click()
      await look(maria, 'security-filter')
    }
    await page.getByRole('checkbox', { name: 'Select Lena Late' }).uncheck()
    await page.getByRole('link', { name: 'Lena Late' }).click()
    await expect(page.getByRole('heading', { name: 'What happened' })).toBeVisible()
    await look(maria, 'member')
    await page.goto(`/networks/${acme.slug}`)
    await expect(page.getByRole('heading', { name: '1 person isn’t protected yet' })).toBeVisible()
    await look(maria, 'network-home-unprotected')
    await page.getByRole('link', { name: 'See who' }).click()
    await expect(page.getByRole('table', { name: 'Members' }).getByText('Lena Late')).toBeVisible()
    await expect(page.getByRole('button', { name: 'More actions' })).toBeVisible()
    const close = async () => {
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    }
    for (const [act, name] of [
      ['Give everyone more time', 'dialog-more-time'],
      ['Stop requiring it', 'dialog-deactivate'],
    ] as const) {
      await chooseAct(page, 'More actions', act)
      await expect(dialog).toBeVisible()
      await look(maria, name)
      await close()
    }
    await page.getByRole('link', { name: 'Settings' }).click()
    await expect(page.getByRole('button', { name: 'Change: Accepted methods' })).toBeVisible()
    await look(maria, 'security-settings')
    for (const [button, name] of [
      ['Change: Help contact', 'dialog-help-contact'],
      ['Change: Accepted methods', 'dialog-methods'],
      ['Change: Trusted devices', 'dialog-trusted-devices'],
      ['Change: Signing in with a passkey', 'dialog-passkey-sign-in'],
      ['Change: How long a sign-in lasts', 'dialog-session-limit'],
    ] as const) {
      await page.getByRole('button', { name: button }).click()
      await expect(dialog).toBeVisible()
      await look(maria, name)
      await close()
    }
    await page.getByRole('button', { name: 'Change: Signing in with a passkey' }).click()
    await expect(dialog.getByText('notified by email')).toBeVisible()
    await dialog.getByRole('button', { name: 'Require the password' }).click()
    await expect(page.getByText('a passkey alone is still enough')).toBeVisible()
    await look(maria, 'security-settings-changing')
    await page.getByRole('link', { name: 'Activity log' }).click()
    await expect(page.getByRole('row', { name: /Required two-factor authentication for everyone/ })).toBeVisible()
    await look(maria, 'activity-log')

    await lena.page.goto(`/networks/${acme.slug}`)
    await expect(lena.page.getByRole('link', { name: 'Set up now' }).first()).toBeVisible()
    await expect(lena.page.getByRole('heading', { name: /^People/ })).toBeVisible()
    await look(lena, 'network-home-in-grace')
    const chess = await foundNetwork(lena, 'Chess Club')
    await lena.page.goto(`/networks/${chess.slug}`)
    await clocked.pass(61 * MINUTE)
    await lena.page.goto(`/networks/${acme.slug}`)
    await expectPage(lena.page, 'Acme needs one more step')
    await look(lena, 'network-closed')
    await lena.page.getByRole('link', { name: 'Set up two-factor authentication' }).click()
    await expectPage(lena.page, 'First, check your email')
    await look(lena, 'set-up-email')
    await lena.context.clearCookies()
    await lena.page.goto('/sign-in')
    await givePassword(lena)
    await expectPage(lena.page, 'Acme needs one more step')
    await look(lena, 'set-up-required')
    await page.goto(security)
    await expect(page.getByRole('heading', { name: /^Required for everyone since/ })).toBeVisible()
    await look(maria, 'security-after-the-deadline')
  },
}
