import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { LinksDialog } from './links-row'
import { changed, showToAdmin } from './sso-admin.fixture'

const person = (name: string, ssoAt: string | null) => {
  const id = `acme:${name.toLowerCase()}`
  return { __typename: 'MemberSecurity', id, name, email: `${name.toLowerCase()}@acme.com`, ssoAt }
}
const found = (...people: ReturnType<typeof person>[]) => ({
  data: {
    network: {
      __typename: 'Network',
      id: 'acme',
      security: {
        __typename: 'NetworkSecurity',
        id: 'acme',
        members: { __typename: 'Members', edges: people.map((node) => ({ __typename: 'MemberEdge', node })) },
      },
    },
  },
})
const AT = '2026-05-12T08:00:00.000Z'

test('only a member who has signed in by it can be released, and the search runs again afterwards', async () => {
  const { user, asked } = showToAdmin(<LinksDialog onClose={() => undefined} />, {
    LinkedPeople: [found(person('Ada', AT), person('Adam', null)), found(person('Adam', null))],
    ReleaseSsoIdentity: changed('releaseSsoIdentity'),
  })
  await user.type(screen.getByLabelText('Name or email'), 'ada{Enter}')
  await screen.findByText('Ada')
  expect(screen.queryByText('Adam')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Release Ada’s link' }))
  await screen.findByText('Ada’s link was released.')
  expect(asked.find(({ name }) => name === 'ReleaseSsoIdentity')?.variables).toEqual({
    networkId: 'acme',
    memberId: 'acme:ada',
  })
  await screen.findAllByText('Nobody with that name uses company sign-in.')
})
