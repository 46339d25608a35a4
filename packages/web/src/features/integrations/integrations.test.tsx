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
  pausedBecauseCode: null,
  previousSecretUntil: null,
  ...of,
})
const network = (apiKeys: object[], webhooks: object[]) => ({
  data: { network: { __typename: 'Network', id: 'acme', slug: 'acme', apiKeys, webhooks } },
})

const deliveriesOf = (ids: string[], endCursor: string | null) => ({
  __typename: 'WebhookDeliveryConnection',
  pageInfo: { __typename: 'PageInfo', hasNextPage: endCursor !== null, endCursor },
  edges: ids.map((id) => ({
    __typename: 'WebhookDeliveryEdge',
    cursor: id,
    node: {
      __typename: 'WebhookDelivery',
      id,
      type: `member.${id}`,
      state: 'DELIVERED',
      createdAt: '2026-05-12T10:00:00.000Z',
      nextTryAt: null,
      answers: [],
    },
  })),
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
        webhooks: [{ __typename: 'Webhook', id: 'w1', deliveries: deliveriesOf([], null) }],
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
  expect(await screen.findByText('Find out who lacks two-factor authentication with one request.')).toBeTruthy()
  expect((await screen.findByText('"Authorization: Bearer $TWINLOCK_KEY"')).closest('pre')?.textContent).toContain(
    'part: NOT_YET',
  )
  const primary = screen.getAllByRole('button').filter(({ classList }) => classList.contains('bg-accent'))
  expect(primary.map(({ textContent }) => textContent)).toEqual(['Create key'])
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
    fields: [{ __typename: 'FieldProblem', field: 'name' }],
  }
  const { user } = show([], [], { CreateApiKey: { data: { createApiKey: refusal } } })
  await user.click(await screen.findByRole('button', { name: 'Create key' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Create key' }))
  expect(await screen.findByText(/^Use a shorter name/)).toBeTruthy()
})

test('a key whose maker lost the role says why it stopped', async () => {
  show([key({ state: 'MAKER_NOT_ADMIN' })], [])
  expect(await screen.findByText('Stopped: its creator is no longer an admin')).toBeTruthy()
})

test('revoking asks first, and says what follows', async () => {
  const { user, asked } = show([key()], [], { RevokeApiKey: { data: { revokeApiKey: key({ state: 'REVOKED' }) } } })
  await user.click(await screen.findByRole('button', { name: 'Revoke Payroll' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getByText(/will be refused/)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Revoke key' }))
  await screen.findByText('Payroll was revoked.')
  expect(asked.map(({ name }) => name)).toContain('RevokeApiKey')
})

test('a paused webhook says why in the reader’s language, and shows the reason of a newer server as it is', async () => {
  const pausedAt = '2026-05-12T10:00:00.000Z'
  show(
    [],
    [
      hook({ id: 'known', pausedAt, pausedBecause: 'The reason as the server gives it.', pausedBecauseCode: 'GONE' }),
      hook({ id: 'new', pausedAt, pausedBecause: 'Something new.', pausedBecauseCode: null }),
    ],
  )
  await screen.findByText(/It answered that it is gone \(410\)/)
  expect(screen.queryByText(/The reason as the server gives it/)).toBeNull()
  screen.getByText(/Something new/)
})

test('a paused webhook is resumed by one button', async () => {
  const paused = hook({
    pausedAt: '2026-05-12T10:00:00.000Z',
    pausedBecause: 'It accepted nothing for a day.',
    pausedBecauseCode: 'NOTHING_ACCEPTED',
  })
  const { user, asked } = show([], [paused], { ResumeWebhook: { data: { resumeWebhook: hook() } } })
  expect(await screen.findByText(/It accepted nothing for a day/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Resume' }))
  await screen.findByText('The webhook is on again.')
  expect(asked.map(({ name }) => name)).toContain('ResumeWebhook')
})

test('return addresses are written one a line', async () => {
  const set = { __typename: 'ReturnAddressesSet', apiKey: key({ returnAddresses: ['https://a.example/x'] }) }
  const { user, asked } = show([key()], [], { SetReturnAddresses: { data: { setReturnAddresses: set } } })
  await user.click(await screen.findByRole('button', { name: 'Change the addresses of Payroll' }))
  await user.type(screen.getByLabelText('Addresses'), 'https://a.example/x{Enter}https://b.example/y')
  await user.click(screen.getByRole('button', { name: /^Save / }))
  await waitFor(() =>
    expect(asked.find(({ name }) => name === 'SetReturnAddresses')?.variables.input).toEqual({
      apiKeyId: 'k1',
      returnAddresses: ['https://a.example/x', 'https://b.example/y'],
    }),
  )
  await screen.findByText('The addresses were saved.')
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByText('Undone.')
  expect(asked.findLast(({ name }) => name === 'SetReturnAddresses')?.variables.input).toEqual({
    apiKeyId: 'k1',
    returnAddresses: [],
  })
})

test('a webhook is changed by the same form, which knows how it is', async () => {
  const changed = { __typename: 'WebhookChanged', webhook: hook({ url: 'https://b.example/hooks' }) }
  const { user, asked } = show([], [hook({ eventTypes: ['member.joined', 'member.left'] })], {
    ChangeWebhook: { data: { changeWebhook: changed } },
  })
  await user.click(await screen.findByRole('button', { name: 'Change address or events' }))
  const dialog = within(await screen.findByRole('dialog'))
  const address = dialog.getByLabelText('Address') as HTMLInputElement
  expect(address.value).toBe('https://app.example.com/hooks')
  await user.clear(address)
  await user.type(address, 'https://b.example/hooks')
  await user.click(dialog.getByRole('checkbox', { name: 'member.left' }))
  await user.click(dialog.getByRole('button', { name: /^Save / }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(asked.find(({ name }) => name === 'ChangeWebhook')?.variables.input).toEqual({
    webhookId: 'w1',
    url: 'https://b.example/hooks',
    eventTypes: ['member.joined'],
  })
  await screen.findByText('The webhook was changed.')
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByText('Undone.')
  expect(asked.findLast(({ name }) => name === 'ChangeWebhook')?.variables.input).toEqual({
    webhookId: 'w1',
    url: 'https://app.example.com/hooks',
    eventTypes: ['member.joined', 'member.left'],
  })
})

test('what was sent is shown as far back as the Admin asks', async () => {
  const page = (ids: string[], endCursor: string | null) => ({
    data: {
      network: {
        __typename: 'Network',
        id: 'acme',
        webhooks: [{ __typename: 'Webhook', id: 'w1', deliveries: deliveriesOf(ids, endCursor) }],
      },
    },
  })
  const { user } = show([], [hook()], { WebhookDeliveries: [page(['joined'], 'c1'), page(['left'], null)] })
  await user.click(await screen.findByText('Deliveries'))
  await user.click(await screen.findByRole('button', { name: 'Show earlier' }))
  await screen.findByText('member.left')
  screen.getByText('member.joined')
  expect(screen.queryByRole('button', { name: 'Show earlier' })).toBeNull()
})

test('what a key may do is explained, folded away', async () => {
  const { user } = show([key()], [])
  const summary = await screen.findByText('2 permissions')
  await user.click(summary)
  screen.getByText('Read the network and its numbers')
  screen.getByText('Ask members to confirm something')
})
