import { arrive, arriveWithApp, arriveWithTextMessages, ask } from '../acts/arrive'
import { confirmItsYou } from '../acts/confirm'
import { expectPage } from '../acts/headings'
import { ACTIVATE, makeRequired, reachRequiredSetUp } from '../acts/mandate'
import { bringIn, createNetwork, foundNetwork } from '../acts/networks'
import { typeCode } from '../acts/say-code'
import { finish, giveNumber, saveBackupCodes, setUpApp, setUpTextMessages, typeKeyIntoApp } from '../acts/set-up'
import { givePassword } from '../acts/sign-in'
import { expectSignedIn } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.skip(!hasOathtool, WITHOUT_OATHTOOL)

test('a whole network is brought to two-factor authentication, and nobody gets stuck', async ({
  newPerson,
  clocked,
}, testInfo) => {
  test.slow()
  const maria = await arrive(await newPerson('Maria Lopez', { at: clocked }))
  const slug = await createNetwork(maria, 'Acme')
  const security = `/networks/${slug}/security`
  const acme = { slug, name: 'Acme', id: await idOf(slug) }
  const tom = await arrive(await newPerson('Tom Timely', { at: clocked }))
  const lena = await arrive(await newPerson('Lena Late', { at: clocked }))
  const paula = await arriveWithTextMessages(await newPerson('Paula Prompt', { at: clocked }))
  const gus = await arrive(await newPerson('Gus Guest', { at: clocked }))
  for (const person of [tom, lena, paula]) await bringIn(maria, acme, person, 'MEMBER')
  await bringIn(maria, acme, gus, 'GUEST')

  async function idOf(of: string): Promise<string> {
    const { id } = await ask(maria, 'query($slug: String!) { network(slug: $slug) { __typename id } }', { slug: of })
    return id ?? ''
  }

  await test.step('on the free plan it is refused, with what would change that', async () => {
    await maria.page.goto(security)
    await expect(maria.page.getByText('Requiring two-factor authentication needs the Pro plan')).toBeVisible()
    await expect(maria.page.getByRole('button', { name: ACTIVATE })).toBeHidden()
  })
  await test.step('on the Pro plan the Admin sets it up first, and comes back', async () => {
    await clocked.operate('set-plan', slug, 'PRO')
    await maria.page.reload()
    await expect(maria.page.getByText('Set it up for yourself first')).toBeVisible()
    await expect(maria.page.getByRole('button', { name: ACTIVATE })).toBeDisabled()
    await maria.page.getByRole('link', { name: 'Set up two-factor authentication' }).click()
    await setUpApp(maria, testInfo)
    await expect(maria.page).toHaveURL(new RegExp(`${security}$`))
  })
  await test.step('looks at what it would do, and requires it', async () => {
    const { page } = maria
    await expect(page.getByText('5', { exact: true }).first()).toBeVisible()
    await page.getByRole('button', { name: ACTIVATE }).click()
    const dialog = page.getByRole('dialog', { name: 'Require two-factor authentication for 5 people?' })
    await expect(dialog.getByText(/^3 must set it up by \w{3} \d/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Require for everyone' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('heading', { name: /^Required for everyone by / })).toBeVisible()
    await clocked.settle()
  })
  await test.step('every member is notified: what to do and by when, or that there is nothing to do', async () => {
    for (const person of [tom, lena, gus]) {
      const { text } = await person.mail(/^Set up two-factor authentication for Acme by \w{3} \d+ \w+, \d\d:\d\d CET$/)
      expect(text).toContain('Maria Lopez made two-factor authentication required.')
      expect(text).toContain('about 3 minutes')
    }
    for (const person of [maria, paula]) {
      const { text } = await person.mail('Acme now requires two-factor authentication. You’re all set')
      expect(text).toContain('You’ve already set it up.')
    }
  })
  await test.step('Tom sets up in time, led by the banner', async () => {
    const { page } = tom
    await page.goto(`/networks/${slug}`)
    await expect(page.getByText(/^Acme requires two-factor authentication\. You have until /)).toBeVisible()
    await expect(page.getByRole('timer').first()).toHaveText(/^23 h \d+ min$/)
    await page.getByRole('link', { name: 'Set up now' }).first().click()
    await setUpApp(tom, testInfo)
    await expectPage(page, 'Acme')
    await expect(page.getByText('You’re all set.')).toBeVisible()
    await expect(page.getByRole('timer')).toBeHidden()
  })
  await test.step('Lena leaves her tab open, is reminded, and at the deadline it leads her to the set-up', async () => {
    const { page } = lena
    await page.goto(`/networks/${slug}/people`)
    await expectPage(page, 'People')
    await clocked.pass(23 * HOUR + 30 * MINUTE)
    await lena.mail(/^Reminder: set up two-factor authentication for Acme by /)
    expect((await tom.subjects()).filter((subject) => subject.startsWith('Reminder'))).toEqual([])
    await clocked.pass(31 * MINUTE)
    await expectPage(page, 'Sign in')
    const { text } = await lena.mail('You’ve been signed out of Acme')
    expect(text).toContain('Your account and data are safe.')
    await reachRequiredSetUp(lena, acme)
    await setUpTextMessages(lena)
    await expectPage(page, 'People')
  })
  await test.step('the guest too', async () => {
    await gus.page.goto(`/networks/${slug}`)
    await expectPage(gus.page, 'Sign in')
    await reachRequiredSetUp(gus, acme)
    await setUpApp(gus, testInfo)
    await expectPage(gus.page, 'Acme')
  })
  await test.step('the Admin sees that everyone is protected, and what happened', async () => {
    const { page } = maria
    await page.goto(security)
    await expect(page.getByText('5 of 5').first()).toBeVisible()
    await expect(page.getByText('100%').first()).toBeVisible()
    await expect(page.getByText('Everyone is protected.')).toBeVisible()
    await expect(page.getByRole('table', { name: 'Members' }).getByText('Protected')).toHaveCount(5)
    await page.getByRole('link', { name: 'Activity log' }).click()
    const log = page.getByRole('table', { name: 'Activity log' })
    await expect(
      log.getByRole('row', { name: /Maria Lopez Required two-factor authentication for everyone/ }),
    ).toBeVisible()
    await expect(log.getByRole('row', { name: /Twinlock Signed out until .*lena/ })).toBeVisible()
  })
})

test('a member of other networks may continue there from the required set-up, and return later', async ({
  newPerson,
  clocked,
}) => {
  const maria = await arriveWithApp(await newPerson('Maria Lopez', { at: clocked }))
  const acme = await foundNetwork(maria, 'Acme')
  const chess = await foundNetwork(maria, 'Chess Club')
  const lena = await arrive(await newPerson('Lena Late', { at: clocked }))
  for (const network of [acme, chess]) await bringIn(maria, network, lena, 'MEMBER')
  await makeRequired(maria, acme, 1)
  const { page } = lena
  await page.goto(`/networks/${acme.slug}`)
  await expect(page.getByRole('heading', { name: /^People/ })).toBeVisible()

  await test.step('the open tab shows the closed network, and the session stays for the other network', async () => {
    await clocked.pass(61 * MINUTE)
    await expectPage(page, 'Acme needs one more step')
    await page.getByRole('link', { name: 'Go to my other networks' }).click()
    await expectPage(page, 'Your networks')
    await page.getByRole('link', { name: /Chess Club/ }).click()
    await expectPage(page, 'Chess Club')
  })
  await test.step('at the next sign-in too', async () => {
    await lena.context.clearCookies()
    await page.goto('/sign-in')
    await givePassword(lena)
    await expectPage(page, 'Acme needs one more step')
    // The required set-up mails a code at once, for that sign-in alone.
    await lena.mailedCode()
    await page.getByRole('button', { name: 'Go to my other networks' }).click()
    await expectSignedIn(lena)
    await page.goto(`/networks/${chess.slug}`)
    await expectPage(page, 'Chess Club')
  })
  await test.step('from the account the email is asked for first, then the set-up leads in', async () => {
    await page.goto(`/networks/${acme.slug}`)
    await page.getByRole('link', { name: 'Set up two-factor authentication' }).click()
    await expectPage(page, 'First, check your email')
    await typeCode(page, await lena.mailedCode())
    await setUpTextMessages(lena)
    await expectPage(page, 'Acme')
  })
})

test('what a user was typing at the deadline is not lost', async ({ newPerson, clocked }) => {
  const maria = await arriveWithApp(await newPerson('Maria Lopez', { at: clocked }))
  const acme = await foundNetwork(maria, 'Acme')
  const otto = await arrive(await newPerson('Otto Onthebrink', { at: clocked }))
  const nina = await arrive(await newPerson('Nina Number', { at: clocked }))
  for (const person of [otto, nina]) await bringIn(maria, acme, person, 'MEMBER')
  await makeRequired(maria, acme, 1)
  await clocked.pass(55 * MINUTE)

  await otto.page.goto(`/account/two-factor/set-up/app?next=/networks/${acme.slug}`)
  await confirmItsYou(otto, 'password-alone')
  await typeKeyIntoApp(otto)
  await nina.page.goto(`/account/two-factor/set-up/sms?next=/networks/${acme.slug}`)
  await giveNumber(nina)
  await confirmItsYou(nina, 'password-alone')
  await expectPage(nina.page, 'Check your text messages')
  await clocked.pass(6 * MINUTE)

  await test.step('a key that was scanned before is confirmed after', async () => {
    await typeCode(otto.page, await otto.authenticator.code())
    await saveBackupCodes(otto)
    await finish(otto)
    await expectPage(otto.page, 'Acme')
  })
  await test.step('a code that was texted before is typed after', async () => {
    await typeCode(nina.page, await nina.textedCode())
    await saveBackupCodes(nina)
    await finish(nina)
    await expectPage(nina.page, 'Acme')
  })
})

test('a user who joins after the deadline sets up on first entry, and the invitation says so', async ({
  newPerson,
  clocked,
}, testInfo) => {
  const maria = await arriveWithApp(await newPerson('Maria Lopez', { at: clocked }))
  const acme = await foundNetwork(maria, 'Acme')
  await makeRequired(maria, acme)
  const nora = await arrive(await newPerson('Nora Next', { at: clocked }))
  await ask(maria, 'mutation($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }', {
    input: { networkId: acme.id, email: nora.email, role: 'MEMBER' },
  })
  const mail = await nora.mail(/invited you to Acme/)
  expect(mail.text).toContain('Acme requires two-factor authentication. You’ll set it up when you first sign in.')
  await nora.page.goto(mail.text.match(/http\S+#token=\S+/)?.[0] ?? '')
  await nora.page.getByRole('button', { name: 'Join Acme' }).click()
  await expectPage(nora.page, 'Acme needs one more step')
  await nora.page.getByRole('link', { name: 'Set up two-factor authentication' }).click()
  await expectPage(nora.page, 'First, check your email')
  await typeCode(nora.page, await nora.mailedCode())
  await setUpApp(nora, testInfo)
  await expectPage(nora.page, 'Acme')
})
