import { screen } from '@testing-library/react'
import { Outlet, Route, Routes } from 'react-router'
import { expect, test, vi } from 'vitest'
import { renderApp } from '../../testing/render-app'
import { AuditLogPage } from './audit-log.page'
import { eventGroups } from './event-groups'

const entry = (type: string, over: Record<string, unknown> = {}) => ({
  __typename: 'AuditEntry',
  id: `evt_${type}`,
  at: '2026-05-12T08:00:00.000Z',
  type,
  actor: 'Maria Lopez',
  actorKind: 'PERSON',
  whom: null,
  words: 'Sentence of the server',
  address: '203.0.113.7',
  device: 'Firefox on Linux',
  details: [],
  ...over,
})
const detail = (name: string, value: string) => ({ __typename: 'AuditDetail', name, value })

function show(...entries: ReturnType<typeof entry>[]) {
  const log = {
    __typename: 'AuditLog',
    edges: entries.map((node) => ({ __typename: 'AuditEdge', cursor: node.id, node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  }
  const security = { __typename: 'NetworkSecurity', id: 'acme', auditLog: log }
  const page = (
    <Routes>
      <Route element={<Outlet context={{ id: 'acme', slug: 'acme', name: 'Acme', plan: 'PRO' }} />}>
        <Route path="/networks/:slug/security/activity" element={<AuditLogPage />} />
      </Route>
    </Routes>
  )
  const network = { data: { network: { __typename: 'Network', id: 'acme', security } } }
  return renderApp(page, '/networks/acme/security/activity', { AuditLog: network })
}

test('who did what is a sentence, with times as they are here, beside what the system did', async () => {
  show(
    entry('member.extended', {
      whom: 'ben@acme.com',
      details: [detail('until', '2026-05-14T15:00:00.000Z'), detail('reason', 'Lost the phone')],
    }),
    entry('member.overdue', {
      actorKind: 'SYSTEM',
      actor: 'Twinlock',
      whom: 'eva@acme.com',
      address: null,
      device: null,
    }),
  )
  const given = await screen.findByText(/^Gave ben@acme\.com more time until .*: Lost the phone$/)
  expect(given.textContent).toMatch(/Thu.* (14 May|May 14)/)
  expect(given.textContent).not.toMatch(/2026-05-14T/)
  screen.getByText('Signed out until two-factor authentication is set up: eva@acme.com')
  screen.getByText('Twinlock')
})

test('plans have names, durations their plurals, and no time its zone', async () => {
  show(
    entry('network.plan_changed', { details: [detail('from', 'PRO'), detail('to', 'FREE')] }),
    entry('policy.session_limit_changed', { details: [detail('hours', '24'), detail('idleHours', '1')] }),
    entry('policy.log_retention_changed', { details: [detail('days', '90')] }),
    entry('mandate.activated', { details: [detail('deadline', '2026-05-14T15:00:00.000Z')] }),
  )
  await screen.findByText('Changed the plan from Pro to Free')
  screen.getByText('Limited sign-ins to 24 hours, or 1 hour without activity')
  screen.getByText('Set this log to be kept for 90 days')
  screen.getByText(/^Required two-factor authentication for everyone by .*\d\d:00( [AP]M)?$/)
})

test('an event of a newer server shows the sentence it came with', async () => {
  show(entry('something.new'))
  await screen.findByText('Sentence of the server')
})

test('the log is filtered by what it is about, and comes as a file', async () => {
  const { user, asked } = show(entry('network.created'))
  await screen.findByText('Created the network')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Company sign-in')
  expect(asked.at(-1)?.variables.types).toContain('sso.required')
  await user.type(screen.getByRole('searchbox', { name: 'Search by person' }), 'ben')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Period' }), 'Last 7 days')
  await vi.waitFor(() =>
    expect(asked.at(-1)?.variables).toMatchObject({ person: 'ben', from: expect.stringMatching(/T/) }),
  )
  expect(screen.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')).toMatch(
    /^\/networks\/acme\/audit\.csv\?types=sso\..*&person=ben&from=20/,
  )
})

test('a log without entries says so, and one that is narrowed that nothing matches', async () => {
  const { user } = show()
  await screen.findByText('Nothing has happened yet.')
  expect(screen.getByRole('link', { name: 'Download as CSV' }).getAttribute('href')).toBe('/networks/acme/audit.csv')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Company sign-in')
  await screen.findByText('Nothing matches.')
})

test('every kind that the log can be narrowed to has a name in the reader’s language', async () => {
  const types = Object.values(eventGroups).flat()
  show(...types.map((type) => entry(type, { details: [detail('reason', 'NOT_A_MEMBER')] })))
  expect(await screen.findAllByRole('row')).toHaveLength(types.length + 1)
  expect(screen.queryByText('Sentence of the server')).toBeNull()
  screen.getByText('Refused a company sign-in: not a member')
})

test('the document is named after the tab as well', async () => {
  show()
  await screen.findByRole('heading', { name: 'Security' })
  expect(document.title).toBe('Activity log · Security · Twinlock')
})
