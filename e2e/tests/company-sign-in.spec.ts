import { arrive, arriveWithApp } from '../acts/arrive'
import { chooseAtProvider, goToCompanySignIn, linkCompanySignIn, setUpCompanySignIn } from '../acts/company'
import { expectPage } from '../acts/headings'
import { makeRequired, reachRequiredSetUp } from '../acts/mandate'
import { bringIn, foundNetwork } from '../acts/networks'
import { setUpApp } from '../acts/set-up'
import { givePassword, signInWithApp, signOut } from '../acts/sign-in'
import { expectSignedIn } from '../acts/sign-up'
import { expect, test } from '../fixtures'
import { hasOathtool, WITHOUT_OATHTOOL } from '../people/authenticator'
import { startIdentityProvider } from '../servers/start-identity-provider'

test('in one network that requires two-factor authentication, a member signs in through the company and a guest with password and app', async ({
  newPerson,
  product,
}, testInfo) => {
  test.skip(!hasOathtool, WITHOUT_OATHTOOL)
  test.slow()
  const maria = await arriveWithApp(await newPerson('Maria Lopez'))
  const sam = await arrive(await newPerson('Sam Single'))
  const acme = await foundNetwork(maria, 'Acme')
  const chess = await foundNetwork(maria, 'Chess Club')
  for (const network of [acme, chess]) await bringIn(maria, network, sam, 'MEMBER')
  const provider = await startIdentityProvider(product.url, [maria, sam])

  await test.step('the Admin sets it up, tries it out, and requires two-factor authentication', async () => {
    await setUpCompanySignIn(maria, acme.slug, provider)
    await makeRequired(maria, acme)
  })
  await test.step('Sam links the two, once, by his own sign-in', async () => {
    await sam.page.goto('/account')
    await signOut(sam)
    await goToCompanySignIn(sam, acme.slug)
    await chooseAtProvider(sam)
    await linkCompanySignIn(sam, 'Acme')
    await expectPage(sam.page, 'Acme')
    await expect(sam.page.getByText('Your company sign-in takes care of it.')).toBeVisible()
  })
  await test.step('from then on it alone leads in, and nothing else is asked', async () => {
    await sam.context.clearCookies()
    await goToCompanySignIn(sam, acme.slug)
    await chooseAtProvider(sam)
    await expectPage(sam.page, 'Acme')
  })
  await test.step('the provider vouches for its own network, and for no other', async () => {
    await sam.page.goto('/networks')
    await expect(sam.page.getByRole('link', { name: /Acme/ })).toBeVisible()
    await expect(sam.page.getByRole('link', { name: /Chess Club/ })).toBeHidden()
    await sam.page.goto(`/networks/${chess.slug}`)
    await expectPage(sam.page, 'Network not found')
  })
  await test.step('with his password he walks between the two', async () => {
    await sam.context.clearCookies()
    await givePassword(sam)
    await expectSignedIn(sam)
    await sam.page.goto(`/networks/${chess.slug}`)
    await expectPage(sam.page, 'Chess Club')
    await sam.page.getByRole('button', { name: 'Network: Chess Club. Switch network' }).click()
    await sam.page.getByRole('menuitem', { name: /^Acme/ }).click()
    await chooseAtProvider(sam)
    await expectPage(sam.page, 'Acme')
    await sam.page.goto(`/networks/${chess.slug}`)
    await expectPage(sam.page, 'Chess Club')
  })
  await test.step('a guest has no company sign-in, sets up an app, and is asked for both from then on', async () => {
    const gus = await arrive(await newPerson('Gus Guest'))
    await bringIn(maria, acme, gus, 'GUEST')
    await gus.page.goto('/account')
    await signOut(gus)
    await reachRequiredSetUp(gus, acme)
    await setUpApp(gus, testInfo)
    await gus.page.goto(`/networks/${acme.slug}`)
    await expectPage(gus.page, 'Acme')
    await signOut(gus)
    await signInWithApp(gus)
    await gus.page.goto(`/networks/${acme.slug}`)
    await expectPage(gus.page, 'Acme')
  })
  await test.step('the Admin sees who is protected by what', async () => {
    await maria.page.goto(`/networks/${acme.slug}/security`)
    const members = maria.page.getByRole('table', { name: 'Members' })
    await expect(members.getByRole('row', { name: /Sam Single/ })).toContainText('Company sign-in')
    await expect(members.getByRole('row', { name: /Gus Guest/ })).toContainText('Protected')
  })
  await provider.stop()
})
