import { arrive } from '../acts/arrive'
import { expectPage } from '../acts/headings'
import { createNetwork, invite } from '../acts/networks'
import { typeCode } from '../acts/say-code'
import { signOut } from '../acts/sign-in'
import { expectSignedIn, fillSignUp } from '../acts/sign-up'
import { expect, test } from '../fixtures'

test('an invitation brings in a new user, and one who already has an account', async ({ newPerson }) => {
  const maria = await arrive(await newPerson('Maria Lopez'))
  const name = `Acme ${Date.now().toString(36)}`
  const slug = await createNetwork(maria, name)

  await test.step('a new user signs up on the way', async () => {
    const tom = await newPerson('Tom New')
    await invite(maria, slug, tom.email, 'Member')
    await tom.page.goto(await tom.mailedLink(`Maria Lopez invited you to ${name}`))
    await expectPage(tom.page, `Join ${name}`)
    expect(new URL(tom.page.url()).hash).toBe('')
    await tom.page.getByRole('link', { name: 'Create an account' }).click()
    await fillSignUp(tom)
    await typeCode(tom.page, await tom.mailedCode())
    await tom.page.getByRole('button', { name: `Join ${name}` }).click()
    await expectPage(tom.page, name)
    await expect(tom.page.getByText('You’re a member of this network.')).toBeVisible()
    await expect(tom.page.getByText('Maria Lopez')).toBeVisible()
  })
  await test.step('a signed-in user joins at once; the link works once', async () => {
    const gus = await arrive(await newPerson('Gus Guest'))
    await invite(maria, slug, gus.email, 'Guest')
    const link = await gus.mailedLink(`Maria Lopez invited you to ${name}`)
    await gus.page.goto(link)
    await gus.page.getByRole('button', { name: `Join ${name}` }).click()
    await expectPage(gus.page, name)
    await expect(gus.page.getByText('You’re a guest of this network.')).toBeVisible()
    await gus.page.goto(link)
    await expectPage(gus.page, 'This link no longer works')
  })
  await test.step('another account cannot use it, and the page says whose it is', async () => {
    const nora = await newPerson('Nora Next')
    const eve = await arrive(await newPerson('Eve Else'))
    await invite(maria, slug, nora.email, 'Member')
    await eve.page.goto(await nora.mailedLink(`Maria Lopez invited you to ${name}`))
    await expectPage(eve.page, 'This invitation is for another account')
    await expect(eve.page.getByText(eve.email)).toBeVisible()
    await expect(eve.page.getByText(nora.email)).toBeHidden()
  })
  await test.step('the people are there for Maria to see', async () => {
    await maria.page.goto(`/networks/${slug}/people`)
    const people = maria.page.getByRole('table', { name: 'People of this network' })
    for (const person of ['Maria Lopez', 'Tom New', 'Gus Guest']) {
      await expect(people.getByText(person)).toBeVisible()
    }
    await expect(maria.page.getByRole('heading', { name: 'Pending invitations' })).toBeVisible()
  })
})

test('an invitation that is opened in the wrong account leads to the right one', async ({ newPerson }) => {
  const maria = await arrive(await newPerson('Maria Lopez'))
  const name = `Acme ${Date.now().toString(36)}`
  const slug = await createNetwork(maria, name)
  const lena = await arrive(await newPerson('Lena Late'))
  await lena.page.goto('/account')
  await signOut(lena)
  await invite(maria, slug, lena.email, 'Member')

  const other = await arrive(await newPerson('Other Account'))
  const { page } = other
  await page.goto(await lena.mailedLink(/invited you/))
  await page.getByRole('button', { name: 'Sign in with the other account' }).click()
  await expectPage(page, 'Sign in')
  await page.getByLabel('Email').fill(lena.email)
  await page.getByLabel('Password', { exact: true }).fill(lena.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: `Join ${name}` }).click()
  await expectPage(page, name)
  await expectSignedIn(lena.at(page))
})
