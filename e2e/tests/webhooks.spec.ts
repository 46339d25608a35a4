import { ownNetwork } from '../acts/own-network'
import { signUp } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { HookReceiver } from '../servers/start-receiver'

let receiver: HookReceiver
test.beforeEach(async () => {
  receiver = await HookReceiver.start()
})
test.afterEach(() => receiver.close())

test('an Admin adds a webhook, sees what its receiver answers, and sends again what it refused', async ({
  newPerson,
}) => {
  const ada = await newPerson()
  const { page } = ada
  await signUp(ada)
  const slug = await ownNetwork(ada)
  await page.goto(`/networks/${slug}/integrations`)
  const dialog = page.getByRole('dialog')
  const newest = page.getByRole('listitem').filter({ hasText: 'webhook.test' }).first()
  const expectNewest = (text: RegExp) =>
    expect(async () => {
      await page.getByRole('button', { name: 'Refresh' }).click()
      await expect(newest).toContainText(text, { timeout: 1_000 })
    }).toPass()

  await page.getByRole('button', { name: 'Add webhook' }).click()
  await dialog.getByLabel('Address').fill(`${receiver.url}/hooks`)
  await dialog.getByRole('button', { name: 'Add webhook' }).click()
  const secret = (await dialog.getByText(/^whsec_\S+$/).textContent()) ?? ''
  await dialog.getByRole('button', { name: 'Done' }).click()

  await test.step('a test event arrives, signed with the secret that was shown', async () => {
    await page.getByRole('button', { name: 'Send test event' }).click()
    await expect.poll(() => receiver.heard.map(({ type }) => type)).toEqual(['webhook.test'])
    expect(receiver.heard[0]?.isSignedWith(secret)).toBe(true)
    await page.getByText('Deliveries').click()
    await expectNewest(/Delivered.*204 after/)
  })
  await test.step('what it refuses is listed with its answer, and sent again with the same id', async () => {
    receiver.status = 500
    await page.getByRole('button', { name: 'Send test event' }).click()
    await expectNewest(/Waiting.*500 after/)
    receiver.status = 204
    await newest.getByRole('button', { name: 'Send again' }).click()
    await expectNewest(/Delivered.*204 after/)
    const [first, ...again] = receiver.heard.slice(1).map(({ id }) => id)
    expect(again.length).toBeGreaterThan(0)
    expect(new Set(again)).toEqual(new Set([first]))
  })
  await test.step('at another address it goes on', async () => {
    await page.getByRole('button', { name: 'Change address or events' }).click()
    await dialog.getByLabel('Address').fill(`${receiver.url}/elsewhere`)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Send test event' }).click()
    await expect.poll(() => receiver.heard.at(-1)?.path).toBe('/elsewhere')
    expect(receiver.heard.at(-1)?.isSignedWith(secret)).toBe(true)
  })
})
