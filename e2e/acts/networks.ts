import { expect } from '@playwright/test'
import type { Person } from '../people/person'
import { ask } from './arrive'
import { expectPage } from './headings'

export type Network = { id: string; slug: string; name: string }
export type Role = 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST'

/** Makes a network on the pages, from the picker to its home. */
export async function createNetwork(person: Person, name: string): Promise<string> {
  const { page } = person
  await page.goto('/networks')
  await page.getByRole('link', { name: 'Create a network' }).click()
  await page.getByLabel('Name').fill(name)
  await expect(page.getByText('This address is available.')).toBeVisible()
  const slug = await page.getByLabel('Address').inputValue()
  await page.getByRole('button', { name: 'Create network' }).click()
  await expectPage(page, name)
  await expect(page).toHaveURL(new RegExp(`/networks/${slug}$`))
  return slug
}

/** Invites a person on the People page. */
export async function invite(admin: Person, slug: string, email: string, role: 'Member' | 'Guest'): Promise<void> {
  const { page } = admin
  await page.goto(`/networks/${slug}/people`)
  await page.getByRole('button', { name: 'Invite people' }).click()
  const dialog = page.getByRole('dialog', { name: /^Invite people to/ })
  await dialog.getByLabel('Email addresses').fill(email)
  await dialog.getByRole('radio', { name: role }).check()
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await expect(dialog.getByText('1 invitation was sent.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
}

/** The short way to a network. */
export async function foundNetwork(owner: Person, name: string): Promise<Network> {
  const slug = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${Date.now().toString(36)}`
  const { network } = (await ask(
    owner,
    `mutation($input: CreateNetworkInput!) { createNetwork(input: $input) {
      __typename ... on NetworkCreated { network { id slug name } }
    } }`,
    { input: { name, slug } },
  )) as unknown as { network: Network }
  return network
}

/** The short way in: invited by an Admin, and accepted by a mailed link. */
export async function bringIn(admin: Person, network: Network, person: Person, role: Role): Promise<void> {
  await ask(admin, 'mutation($input: InviteMemberInput!) { inviteMember(input: $input) { __typename } }', {
    input: { networkId: network.id, email: person.email, role },
  })
  const link = await person.mailedLink(/invited you to/)
  const answer = await ask(person, 'mutation($token: String!) { acceptInvitation(token: $token) { __typename } }', {
    token: link.split('#token=')[1],
  })
  if (answer.__typename !== 'InvitationAccepted') throw new Error(`The invitation ended with ${answer.__typename}.`)
}
