import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { Script } from '../../testing/answering-link'
import { renderApp } from '../../testing/render-app'
import { loadTexts } from '../../texts/text-store'
import { IntegrationsPage } from './integrations.page'

beforeAll(() => Promise.all([loadTexts('common'), loadTexts('integrations')]))

const key = (of: object = {}) => ({
  __typename: 'ApiKey',
  id: 'k1',
  name: 'Payroll',
  prefix: 'twl_k1',
  scopes: ['network:read', 'verifications:write'],
  returnAddresses: [],
  state: 'ACTIVE',
  createdBy: 'Ada',
  expiresAt: '2030-08-10T10:00:00.000Z',
  lastUsedAt: null,
  ...of,
})
const hook = (of: object = {}) => ({
  __typename: 'Webhook',
  id: 'w1',
  url: 'https://app.example.com/hooks',
  eventTypes: [],
  pausedAt: null,
  pausedBecause: null,
  previousSecretUntil: null,
  ...of,
})
const network = (apiKeys: object[], webhooks: object[]) => ({
  data: { network: { __typename: 'Network', id: 'acme', slug: 'acme', apiKeys, webhooks } },
})

function show(apiKeys: object[], webhooks: object[], script: Script = {}) {
  const page = (
    <Routes>
      <Route path="/networks/:slug/integrations" element={<IntegrationsPage />} />
    </Routes>
  )
  const deliveries = {
    data: {
      network: {
        __typename: 'Network',
        id: 'acme',
        webhooks: [
          { __typename: 'Webhook', id: 'w1', deliveries: { __typename: 'WebhookDeliveryConnection', edges: [] } },
        ],
      },
    },
  }
  return renderApp(page, '/networks/acme/integrations', {
    Integrations: network(apiKeys, webhooks),
    WebhookDeliveries: deliveries,
    ...script,
  })
}

test('with nothing there yet the page teaches: a command that works, and one button', async () => {
  show([], [])
  expect(await screen.findByText('Ask who lacks two-factor authentication in one request.')).toBeTruthy()
  expect(screen.getByText(/Authorization: Bearer \$TWINLOCK_KEY/).textContent).toContain('part: NOT_YET')
})

test('a new key is shown once, with a command that holds it', async () => {
  const created = { __typename: 'ApiKeyCreated', token: 'twl_k1_secret' }
  const { user, asked } = show([], [], {
    Integrations: [network([], []), network([key()], [])],
    CreateApiKey: { data: { createApiKey: created } },
  })
  await user.click(await screen.findByRole('button', { name: 'Create key' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByLabelText('Name'), 'Payroll')
  await user.click(dialog.getByRole('checkbox', { name: /audit:read/ }))
  await user.click(dialog.getByRole('button', { name: 'Create key' }))
  expect(await screen.findByText('twl_k1_secret')).toBeTruthy()
  expect(screen.getByText(/Bearer twl_k1_secret/)).toBeTruthy()
  expect(asked.find(({ name }) => name === 'CreateApiKey')?.variables.input).toMatchObject({
    name: 'Payroll',
    scopes: ['network:read', 'members:read', 'audit:read'],
    expiresInDays: 90,
  })
  await user.click(screen.getByRole('button', { name: 'Done' }))
  expect(screen.queryByText('twl_k1_secret')).toBeNull()
  expect(await screen.findAllByText('Payroll')).toBeTruthy()
})

test('what the server refuses stands at its field', async () => {
  const refusal = {
    __typename: 'InvalidInput',
    fields: [{ __typename: 'FieldProblem', field: 'name', message: 'Write a name.' }],
  }
  const { user } = show([], [], { CreateApiKey: { data: { createApiKey: refusal } } })
  await user.click(await screen.findByRole('button', { name: 'Create key' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Create key' }))
  expect(await screen.findByText('Write a name.')).toBeTruthy()
})

test('a key whose maker lost the role says why it stopped', async () => {
  show([key({ state: 'MAKER_NOT_ADMIN' })], [])
  expect(await screen.findByText('Stopped: whoever made it is no longer an admin')).toBeTruthy()
})

test('revoking asks first, and says what follows', async () => {
  const { user, asked } = show([key()], [], { RevokeApiKey: { data: { revokeApiKey: key({ state: 'REVOKED' }) } } })
  await user.click(await screen.findByRole('button', { name: 'Revoke Payroll' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/refused from now on/)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Revoke' }))
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('RevokeApiKey'))
})

test('a paused webhook says why, and is resumed by one button', async () => {
  const paused = hook({ pausedAt: '2026-05-12T10:00:00.000Z', pausedBecause: 'It accepted nothing for a day.' })
  const { user, asked } = show([], [paused], { ResumeWebhook: { data: { resumeWebhook: hook() } } })
  expect(await screen.findByText(/It accepted nothing for a day/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Resume' }))
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('ResumeWebhook'))
})

test('return addresses are written one a line', async () => {
  const set = { __typename: 'ReturnAddressesSet', apiKey: key({ returnAddresses: ['https://a.example/x'] }) }
  const { user, asked } = show([key()], [], { SetReturnAddresses: { data: { setReturnAddresses: set } } })
  await user.click(await screen.findByRole('button', { name: 'Change the addresses of Payroll' }))
  await user.type(screen.getByLabelText('Addresses'), 'https://a.example/x{Enter}https://b.example/y')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'SetReturnAddresses')?.variables.input).toEqual({
      apiKeyId: 'k1',
      returnAddresses: ['https://a.example/x', 'https://b.example/y'],
    }),
  )
})
