import { generateKeyPairSync } from 'node:crypto'
import { arrive, arriveWithApp } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { makeRequired, reachRequiredSetUp } from '../acts/mandate'
import { bringIn, foundNetwork } from '../acts/networks'
import { setUpTextMessages } from '../acts/set-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'
import { Wiki } from '../servers/start-wiki'

const MINUTE = 60_000

test.skip(!hasOathtool, WITHOUT_OATHTOOL)

let wiki: Wiki
test.beforeEach(async () => {
  wiki = await Wiki.atFreePort()
})
test.afterEach(() => wiki.close())

test.describe(() => {
  // The pages of the wiki are another maker's.
  test.use({ expectedComplaints: [/./] })

  test('a wiki follows the requirement of its network: signed in, out at the deadline, set up, and back on the same page', async ({
    newPerson,
    clocked,
  }) => {
    test.slow()
    const maria = await arriveWithApp(await newPerson('Maria Lopez', { at: clocked }))
    const acme = await foundNetwork(maria, 'Acme')
    const lena = await arrive(await newPerson('Lena Late', { at: clocked }))
    await bringIn(maria, acme, lena, 'MEMBER')

    await test.step('the Admin adds it on the Apps page, and its secret is shown once', async () => {
      const { page } = maria
      await page.goto(`/networks/${acme.slug}/apps`)
      await page.getByRole('button', { name: 'Add app' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Name', { exact: true }).fill('Wiki')
      await dialog.getByLabel('Redirect addresses').fill(`${wiki.url}/callback`)
      await dialog.getByLabel('Sign-out notification address').fill(`${wiki.url}/signed-out`)
      await dialog.getByLabel('Where people go after signing out').fill(`${wiki.url}/`)
      await dialog.getByRole('button', { name: 'Add app' }).click()
      const made = page.getByRole('dialog', { name: 'Wiki is ready to connect' })
      const facts = made.locator('dl dd span')
      await expect(facts.nth(2)).toHaveText(/^[\w-]{43}$/)
      const [clientId = '', secret = ''] = (await facts.allTextContents()).slice(1)
      await expect(made.getByText(clientId).last()).toBeVisible()
      await made.getByRole('button', { name: 'Done' }).click()
      await wiki.open(clocked.url, clientId, secret)
    })
    await test.step('the first time a member sees where they are going, and after that no more', async () => {
      const { page } = lena
      await page.goto(`${wiki.url}/pages/On%20call`)
      await expectPage(page, 'You’re going to Wiki')
      await page.getByRole('button', { name: 'Continue' }).click()
      await expectPage(page, 'On call')
      await expect(page.getByText('Lena Late, MEMBER')).toBeVisible()
      await page.goto(`/networks/${acme.slug}`)
      await expect(page.getByRole('link', { name: /Wiki/ })).toBeVisible()
    })
    await test.step('the Admin sees that she used it, and signs her out of it: she may open it again', async () => {
      const { page } = maria
      const cookieOf = async () =>
        (await lena.page.context().cookies(wiki.url)).find(({ name }) => name === 'wiki')?.value
      const before = await cookieOf()
      await page.goto(`/networks/${acme.slug}/apps`)
      await page.getByRole('button', { name: 'More actions for Wiki' }).click()
      await page.getByRole('menuitem', { name: 'Who used it' }).click()
      await expectPage(page, 'Who used Wiki')
      await expect(page.getByRole('row', { name: /Lena Late/ }).getByText('Signed in')).toBeVisible()
      await page.getByRole('button', { name: 'Sign Lena Late out of Wiki' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByText('Lena Late has been signed out of Wiki.')).toBeVisible()
      await expect(page.getByRole('row', { name: /Lena Late/ }).getByText('Signed out')).toBeVisible()
      await clocked.settle()
      await lena.page.goto(`${wiki.url}/pages/On%20call`)
      await expectPage(lena.page, 'On call')
      expect(await cookieOf()).not.toBe(before)
    })
    await test.step('the deadline passes: the wiki signs her out, and after the set-up she is back on the page that she requested', async () => {
      const { page } = lena
      await makeRequired(maria, acme, 1)
      await page.goto(`${wiki.url}/pages/On%20call`)
      await expectPage(page, 'On call')
      await clocked.pass(61 * MINUTE)
      await clocked.settle()
      await page.goto(`${wiki.url}/pages/How%20we%20travel`)
      await expectPage(page, 'Sign in')
      await reachRequiredSetUp(lena, acme)
      await setUpTextMessages(lena)
      await expectPage(page, 'How we travel')
      await expect(page.getByText('urn:twinlock:acr:2')).toBeVisible()
    })
    await test.step('she sees on her Account page what it holds, and signs out of everything at the wiki', async () => {
      const { page } = lena
      await page.goto('/account')
      await expect(page.getByRole('button', { name: 'Sign out of Wiki' })).toBeVisible()
      await page.goto(wiki.url)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByRole('button', { name: 'Sign out everywhere' }).click()
      await expectPage(page, 'Sign in')
    })
  })
})

test('an Admin gives an app a logo, roles, rules for its paths and a key of its own, and finds them again', async ({
  newPerson,
}) => {
  const maria = await arriveWithApp(await newPerson('Maria Lopez'))
  const acme = await foundNetwork(maria, 'Acme')
  const { page } = maria
  await page.goto(`/networks/${acme.slug}/apps`)
  await page.getByRole('button', { name: 'Add app' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Dashboards')
  await dialog.getByLabel('Redirect addresses').fill('http://localhost:4021/callback')
  await dialog
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'big.png', mimeType: 'image/png', buffer: Buffer.alloc(40_000) })
  await expect(dialog.getByText('Choose a PNG, JPEG or WebP picture of at most 30 kB.')).toBeVisible()
  await dialog
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: PICTURE })
  await dialog.getByLabel('Who can open the app').selectOption('Specific roles only')
  await dialog.getByRole('checkbox', { name: 'Guest' }).uncheck()
  await dialog.getByRole('checkbox', { name: 'Admin' }).uncheck()
  await dialog.getByRole('button', { name: 'Add rule' }).click()
  await dialog.getByLabel('Path', { exact: true }).first().fill('/admin')
  await expect(dialog.getByLabel('Who can open the app').nth(1)).toHaveValue('AS_APP')
  await expect(dialog.getByLabel('Sign-in requirement').nth(1)).toHaveValue('AS_APP')
  await dialog.getByLabel('Who can open the app').nth(1).selectOption('Admins only')
  await dialog.getByLabel('Sign-in requirement').nth(1).selectOption('A passkey')
  await dialog.getByLabel('Maximum age of the second step, in minutes').fill('10')
  await dialog.getByRole('button', { name: 'Add rule' }).click()
  await dialog.getByLabel('Path', { exact: true }).nth(1).fill('/public')
  await dialog.getByLabel('Who can open the app').nth(2).selectOption('Anyone, without signing in')
  await dialog.getByRole('button', { name: 'Add rule' }).click()
  await dialog.getByLabel('Path', { exact: true }).nth(2).fill('/reports')
  await dialog.getByLabel('Client authentication').selectOption('Signed with the app’s own key (private_key_jwt)')
  await dialog.getByLabel('Public keys').fill(PUBLIC_KEYS)
  await dialog.getByLabel('ID token signing algorithm').selectOption('ES256')
  await dialog.getByRole('button', { name: 'Add app' }).click()
  const made = page.getByRole('dialog', { name: 'Dashboards is ready to connect' })
  await expect(made.getByText('Client secret', { exact: true })).toHaveCount(0)
  await made.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Only Owner and Member')).toBeVisible()

  await page.getByRole('button', { name: 'More actions for Dashboards' }).click()
  await page.getByRole('menuitem', { name: 'Change' }).click()
  await expect(dialog.locator('img')).toHaveAttribute('src', /^data:image\/png/)
  await expect(dialog.getByRole('checkbox', { name: 'Member' })).toBeChecked()
  await expect(dialog.getByRole('checkbox', { name: 'Admin' })).not.toBeChecked()
  await expect(dialog.getByLabel('Path', { exact: true })).toHaveCount(3)
  await expect(dialog.getByLabel('Who can open the app').nth(1)).toHaveValue('ADMINS')
  await expect(dialog.getByLabel('Sign-in requirement').nth(1)).toHaveValue('PHISHING_RESISTANT')
  await expect(dialog.getByLabel('Maximum age of the second step, in minutes').first()).toHaveValue('10')
  await expect(dialog.getByLabel('Who can open the app').nth(2)).toHaveValue('PUBLIC')
  await expect(dialog.getByLabel('Who can open the app').nth(3)).toHaveValue('AS_APP')
  await expect(dialog.getByLabel('Public keys')).toHaveValue(PUBLIC_KEYS)
  await expect(dialog.getByLabel('ID token signing algorithm')).toHaveValue('ES256')
  await dialog.getByRole('button', { name: 'Remove the rule for /admin' }).click()
  await dialog.getByLabel('Who can open the app').first().selectOption('Everyone except guests')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(page.getByText('Everyone except guests')).toBeVisible()
})

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const PUBLIC_KEYS = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'ES256', kid: 'own' }] })
