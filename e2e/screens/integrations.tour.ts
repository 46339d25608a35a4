import { expect } from '@playwright/test'
import { addApp, arrive } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { ownNetwork } from '../acts/own-network'
import { expectCodeProblem, typeCode, wrongCode } from '../acts/say-code'
import type { Person } from '../people/person'
import type { Tour } from './tour'

export const integrationsTour: Tour = {
  name: 'integrations',
  needsApp: true,
  async walk({ newPerson, clocked, look }) {
    const ada = await arrive(await newPerson('Ada Byron', { at: clocked }))
    const { page } = ada
    const slug = await ownNetwork(ada)
    await page.goto(`/networks/${slug}/integrations`)
    await expect(page.getByText('Know the moment something happens.')).toBeVisible()
    await look(ada, 'integrations-empty')

    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Create key' }).click()
    await expect(dialog).toBeVisible()
    await look(ada, 'dialog-create-key')
    await dialog.getByRole('button', { name: 'Create key' }).click()
    await expect(dialog.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true')
    await look(ada, 'dialog-create-key-problem')
    await dialog.getByLabel('Name').fill('Shop')
    await dialog.getByRole('checkbox', { name: /verifications:write/ }).check()
    await dialog.getByRole('button', { name: 'Create key' }).click()
    const key = (await dialog.getByText(/^twl_\S+$/).textContent()) ?? ''
    await look(ada, 'dialog-key-made')
    await dialog.getByRole('button', { name: 'Done' }).click()

    await page.getByRole('button', { name: 'Add webhook' }).click()
    await dialog.getByRole('checkbox', { name: 'All events, including future ones' }).uncheck()
    await look(ada, 'dialog-add-webhook')
    await dialog.getByRole('checkbox', { name: 'All events, including future ones' }).check()
    await dialog.getByLabel('Address').fill(`${clocked.url}/graphql`)
    await dialog.getByRole('button', { name: 'Add webhook' }).click()
    await expect(dialog.getByText(/^whsec_/)).toBeVisible()
    await look(ada, 'dialog-webhook-secret')
    await dialog.getByRole('button', { name: 'Done' }).click()
    await page.getByRole('button', { name: 'Send test event' }).click()
    await clocked.settle()
    await page.getByText('Deliveries').click()
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByText(/after \d+ ms/)).toBeVisible()
    await page.getByRole('button', { name: 'Change the addresses of Shop' }).click()
    await dialog.getByLabel('Addresses').fill(`${clocked.url}/help`)
    await look(ada, 'dialog-return-addresses')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await look(ada, 'integrations')
    for (const [button, name] of [
      ['Revoke Shop', 'dialog-revoke-key'],
      ['Change address or events', 'dialog-change-webhook'],
      ['Rotate secret', 'dialog-change-secret'],
      ['Delete', 'dialog-delete-webhook'],
    ] as const) {
      await page.getByRole('button', { name: button }).click()
      await expect(dialog).toBeVisible()
      await look(ada, name)
      await dialog.getByRole('button', { name: 'Close' }).click()
    }

    await page.goto('/developers/guide')
    await expectPage(page, 'For integrators')
    await look(ada, 'guide')

    await page.goto(await askedBy(key, ada))
    await expectPage(page, 'Set up two-factor authentication first')
    await look(ada, 'verify-set-up-first')
    await addApp(ada)
    await page.goto(await askedBy(key, ada))
    await expectPage(page, 'Shop asks: is this you?')
    await look(ada, 'verify')
    await typeCode(page, wrongCode(await ada.authenticator.code()))
    await expectCodeProblem(page, 'That code didn’t match.')
    await look(ada, 'verify-problem')
    await page.getByRole('button', { name: 'Try another way' }).click()
    await look(ada, 'verify-other-ways')
    await page.getByRole('button', { name: 'This wasn’t me' }).click()
    await expectPage(page, 'Thank you for telling us')
    await look(ada, 'verify-declined')
    await page.goto('/verify/ver_nothing')
    await expectPage(page, 'There’s nothing to confirm here')
    await look(ada, 'verify-nothing')
  },
}

/** @returns the address that an app with this key would send them to */
async function askedBy(key: string, { twinlock, email }: Person): Promise<string> {
  const query = `mutation($input: StartVerificationInput!) {
    startVerification(input: $input) { ... on VerificationStarted { verification { url } } }
  }`
  const input = {
    member: { email },
    reason: 'Pay an invoice',
    amount: '1,250.00 EUR',
    payee: 'Blue Shipping Ltd',
    returnUrl: `${twinlock.url}/help`,
  }
  const answer = await fetch(`${twinlock.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables: { input } }),
  })
  const { data } = (await answer.json()) as { data: { startVerification: { verification: { url: string } } } }
  return data.startVerification.verification.url
}
