import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Script } from '../../testing/answering-link'
import { renderApp } from '../../testing/render-app'
import { CreateNetworkPage } from './create-network.page'

const availability = (slug: string, isAvailable = true) => ({
  data: { slugAvailability: { __typename: 'SlugAvailability', slug, isAvailable } },
})
const created = {
  data: {
    createNetwork: { __typename: 'NetworkCreated', network: { __typename: 'NetworkSummary', id: 'n', slug: 's' } },
  },
}
const admission = (networkCreation: 'OPEN' | 'OPERATOR') => ({
  data: { capabilities: { __typename: 'Capabilities', signUp: 'OPEN', signUpDomains: [], networkCreation } },
})
const show = (script: Script) =>
  renderApp(<CreateNetworkPage />, '/networks/new', { Admission: admission('OPEN'), ...script })

test('the address follows the name until the user types another', async () => {
  const { user } = show({ SlugAvailability: availability('x') })
  const address = screen.getByRole<HTMLInputElement>('textbox', { name: 'Address' })
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Müller & Söhne')
  expect(address.value).toBe('muller-sohne')
  await user.clear(address)
  await user.type(address, 'Our Place')
  expect(address.value).toBe('our-place')
  await user.type(screen.getByRole('textbox', { name: 'Name' }), ' GmbH')
  expect(address.value).toBe('our-place')
})

test('where the operator creates networks, the page says so in place of a form', async () => {
  show({ Admission: admission('OPERATOR') })
  await screen.findByText(/^The operator of this server creates its networks/)
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('the address is looked up once, a moment after the last key, and the answer is read out', async () => {
  const { user, asked } = show({ SlugAvailability: availability('acme') })
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Acme')
  const free = await screen.findByText('This address is available.')
  expect(free.closest('[role="status"]')).not.toBeNull()
  expect(asked.filter(({ name }) => name === 'SlugAvailability')).toEqual([
    { name: 'SlugAvailability', variables: { slug: 'acme' } },
  ])
})

test('an address that cannot be had stands at its field, and nothing is sent', async () => {
  const { user, asked } = show({ SlugAvailability: availability('acme', false) })
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Acme')
  await screen.findByText('This address is taken. Choose another.')
  await user.click(screen.getByRole('button', { name: 'Create network' }))
  const address = screen.getByRole('textbox', { name: 'Address' })
  expect(address.getAttribute('aria-invalid')).toBe('true')
  await waitFor(() => expect(document.activeElement).toBe(address))
  expect(asked.map(({ name }) => name)).not.toContain('CreateNetwork')
})

test('taken between looking and creating: said at the field; with another one it goes on', async () => {
  const taken = { data: { createNetwork: { __typename: 'SlugTaken' } } }
  const { user, address } = show({ SlugAvailability: availability('acme'), CreateNetwork: [taken, created] })
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Acme')
  await user.click(screen.getByRole('button', { name: 'Create network' }))
  await screen.findByText('This address is taken. Choose another.')
  await user.click(screen.getByRole('button', { name: 'Create network' }))
  await waitFor(() => expect(address()).toBe('/networks/s'))
})

test('a network can be created without the look-up: the server decides', async () => {
  const { user, address } = show({ SlugAvailability: { isOffline: true }, CreateNetwork: created })
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Acme')
  await user.click(screen.getByRole('button', { name: 'Create network' }))
  await waitFor(() => expect(address()).toBe('/networks/s'))
})

test('an address that is no address says how to write one', async () => {
  const { user } = show({ SlugAvailability: availability('a--b', false) })
  await user.type(screen.getByRole('textbox', { name: 'Address' }), 'a--b')
  await screen.findByText(/^Use 2 to 40 lowercase letters/)
})
