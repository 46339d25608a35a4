import { addTextMessages, arriveWithApp } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { makeRequired } from '../acts/mandate'
import { bringIn, foundNetwork } from '../acts/networks'
import { helpBackIn } from '../acts/recovery'
import { expectCodeProblem, typeCode } from '../acts/say-code'
import { setUpApp } from '../acts/set-up'
import { giveBackupCode, givePassword, tryAnotherWay } from '../acts/sign-in'
import { expectSignedIn } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'

const MINUTE = 60_000
const WARNING = /has allowed you to set up two-factor authentication again/

test.skip(!hasOathtool, WITHOUT_OATHTOOL)

test('an Admin helps a member back in who lost their phone, and the old methods stop working', async ({
  newPerson,
  clocked,
}, testInfo) => {
  test.slow()
  const maria = await arriveWithApp(await newPerson('Maria Lopez', { at: clocked }))
  const acme = await foundNetwork(maria, 'Acme')
  const ada = await arriveWithApp(await newPerson('Ada Byron', { at: clocked }))
  await addTextMessages(ada)
  await bringIn(maria, acme, ada, 'MEMBER')
  await makeRequired(maria, acme)
  const [lost, lostCode] = [ada.authenticator, ada.backupCodes[0] ?? '']
  const { page } = ada
  await ada.context.clearCookies()

  await test.step('before, the other ways end at the Admin', async () => {
    await page.goto('/sign-in')
    await givePassword(ada)
    await page.getByRole('button', { name: 'Try another way' }).click()
    await expect(page.getByText('Ask an admin of your network')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Set up again/ })).toBeHidden()
  })
  await test.step('the Admin reads what it means, says why, and lets her', async () => {
    await helpBackIn(maria, acme.slug, ada, 'Phone at the bottom of the lake; I called her')
    await expect(maria.page.getByText('We’ve emailed them what to do.')).toBeVisible()
    await clocked.settle()
  })
  await test.step('she is warned by mail, with the reason and a link that stops it, and by text', async () => {
    const { text } = await ada.mail(WARNING)
    expect(text).toContain('Phone at the bottom of the lake; I called her')
    expect(text).toMatch(/\/recovery\/cancel#token=\S+/)
    const messages = await ada.twinlock.messages()
    expect(
      messages.some((message) => message.to === ada.phone && /^Twinlock: an admin has let you/.test(message.text)),
    ).toBe(true)
  })
  await test.step('password, mailbox, a new app', async () => {
    // A code of the app counts once per account, ever, the new app's too: the moment of the last one has to be over.
    await clocked.pass(MINUTE)
    await page.goto('/sign-in')
    await givePassword(ada)
    await page.getByRole('button', { name: 'Try another way' }).click()
    await page.getByRole('button', { name: 'Set up again (approved by your admin)' }).click()
    await expectPage(page, 'Set up your second step again')
    await typeCode(page, await ada.mailedCode())
    await setUpApp(ada, testInfo)
    await expectSignedIn(ada)
    await ada.mail('You set up two-factor authentication again')
  })
  await test.step('the old app, the old sheet and the old phone open nothing', async () => {
    await ada.context.clearCookies()
    await page.goto('/sign-in')
    await givePassword(ada)
    await expectPage(page, 'Enter the code from your app')
    await typeCode(page, await lost.code())
    await expectCodeProblem(page, 'That code didn’t match.')
    await page.getByRole('button', { name: 'Try another way' }).click()
    await expect(page.getByRole('button', { name: 'Send me a text message' })).toBeHidden()
    await page.getByRole('button', { name: 'Use a backup code' }).click()
    await giveBackupCode(ada, lostCode)
    await expect(page.getByText('That code didn’t match.')).toBeVisible()
    await tryAnotherWay(ada, 'Use a backup code')
    await giveBackupCode(ada, ada.backupCodes[0] ?? '')
    await expectSignedIn(ada)
  })
  await test.step('the log shows who helped which member, why, and that it was done', async () => {
    await maria.page.goto(`/networks/${acme.slug}/security/activity`)
    const log = maria.page.getByRole('table', { name: 'Activity log' })
    await expect(log.getByRole('row', { name: /Maria Lopez Let .* set up .* again until .*lake/ })).toBeVisible()
    await expect(log.getByRole('row', { name: /Ada Byron .* set up two-factor authentication again/ })).toBeVisible()
  })
})

test('a member who did not ask stops it with the emailed link, signed out, and the Admin is notified', async ({
  newPerson,
  openPage,
}) => {
  const maria = await arriveWithApp(await newPerson('Maria Lopez'))
  const acme = await foundNetwork(maria, 'Acme')
  const ada = await arriveWithApp(await newPerson('Ada Byron'))
  await bringIn(maria, acme, ada, 'MEMBER')
  await helpBackIn(maria, acme.slug, ada, 'Somebody called')
  const link = await ada.mailedLink(WARNING)
  const page = await openPage(ada.twinlock)

  await page.goto(link)
  await expectPage(page, 'Did you ask for this?')
  expect(new URL(page.url()).hash).toBe('')
  await page.getByRole('button', { name: 'Stop it, it wasn’t me' }).click()
  await expectPage(page, 'The new set-up was stopped')
  await maria.mail('Ada Byron didn’t ask for help signing in')

  await page.goto('/')
  await page.goto(link)
  await page.getByRole('button', { name: 'Stop it, it wasn’t me' }).click()
  await expectPage(page, 'There’s nothing left to stop')
  await page.goto('/sign-in')
  await givePassword(ada.at(page))
  await page.getByRole('button', { name: 'Try another way' }).click()
  await expectPage(page, 'How else can we check it’s you?')
  await expect(page.getByRole('button', { name: /^Set up again/ })).toBeHidden()
})
