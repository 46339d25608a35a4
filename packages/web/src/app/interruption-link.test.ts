import { ApolloClient, ApolloLink, gql, InMemoryCache, type TypedDocumentNode } from '@apollo/client'
import { describe, expect, test, vi } from 'vitest'
import { Interrupted } from '../api/failure'
import type { ChangeNameMutation, ChangeNameMutationVariables } from '../generated/graphql'
import { answeringLink, type Script } from '../testing/answering-link'
import { interruptionLink } from './interruption-link'

const CHANGE_NAME_IN_TEST: TypedDocumentNode<ChangeNameMutation, ChangeNameMutationVariables> = gql`
  mutation ChangeNameInTest($input: ChangeNameInput!) {
    changeName(input: $input) {
      ... on NameChanged {
        viewer {
          id
          name
        }
      }
    }
  }
`

const changed = {
  data: { changeName: { __typename: 'NameChanged', viewer: { __typename: 'Viewer', id: 'v', name: 'Ada' } } },
}
const reauthenticate = { code: 'REAUTHENTICATION_REQUIRED', extensions: { needs: ['PASSWORD', 'SECOND_STEP'] } }

function setUp(answers: Script[string], isConfirmed = true) {
  const { link, asked } = answeringLink({ ChangeNameInTest: answers })
  const handlers = {
    confirm: vi.fn(async () => isConfirmed),
    goTo: vi.fn(),
    accountChanged: vi.fn(),
    leaveFor: vi.fn(),
    askOwner: vi.fn(),
    showClosedNetwork: vi.fn(),
    askForProof: vi.fn(),
  }
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.from([interruptionLink(handlers), link]),
  })
  const act = () => client.mutate({ mutation: CHANGE_NAME_IN_TEST, variables: { input: { name: 'Ada' } } })
  return { act, asked, ...handlers }
}

describe('an act that needs a confirmation', () => {
  test('is sent again as it was once the person confirmed, and its caller never learns', async () => {
    const { act, asked, confirm } = setUp([reauthenticate, changed])
    expect((await act()).data?.changeName.__typename).toBe('NameChanged')
    expect(confirm).toHaveBeenCalledExactlyOnceWith(['PASSWORD', 'SECOND_STEP'], {})
    expect(asked.map(({ variables }) => variables)).toEqual([{ input: { name: 'Ada' } }, { input: { name: 'Ada' } }])
  })

  test('gives way when the person closes the dialog', async () => {
    const { act, asked } = setUp([reauthenticate, changed], false)
    await expect(act()).rejects.toEqual(new Interrupted(false))
    expect(asked).toHaveLength(1)
  })

  test('is not asked forever: refused again right after, the refusal is shown', async () => {
    const { act, confirm } = setUp(reauthenticate)
    await expect(act()).rejects.toMatchObject({ errors: [{ extensions: { code: 'REAUTHENTICATION_REQUIRED' } }] })
    expect(confirm).toHaveBeenCalledTimes(1)
  })

  test('of a session without the second step asks for that alone', async () => {
    const { act, confirm } = setUp([{ code: 'TWO_FACTOR_REQUIRED' }, changed])
    await act()
    expect(confirm).toHaveBeenCalledExactlyOnceWith(['SECOND_STEP'], {})
  })
})

describe('an answer that leads elsewhere', () => {
  test.each([['UNAUTHENTICATED', '/sign-in']])('%s goes to %s', async (code, place) => {
    const { act, goTo } = setUp({ code })
    await expect(act()).rejects.toBeInstanceOf(Interrupted)
    expect(goTo).toHaveBeenCalledExactlyOnceWith(place)
  })

  test('TWO_FACTOR_SETUP_REQUIRED shows the closed network that requires it', async () => {
    const { act, showClosedNetwork } = setUp({
      code: 'TWO_FACTOR_SETUP_REQUIRED',
      extensions: { network: { id: 'n', slug: 'acme', name: 'Acme' } },
    })
    await expect(act()).rejects.toBeInstanceOf(Interrupted)
    expect(showClosedNetwork).toHaveBeenCalledExactlyOnceWith('acme')
  })

  test('SSO_REQUIRED with a start goes straight to the company sign-in', async () => {
    const { act, leaveFor } = setUp({
      code: 'SSO_REQUIRED',
      extensions: { startUrl: '/sso/start/acme', network: { slug: 'acme' } },
    })
    await expect(act()).rejects.toMatchObject({ name: 'Interrupted', isLedAway: true })
    expect(leaveFor).toHaveBeenCalledExactlyOnceWith('/sso/start/acme', 'acme')
  })

  test('an OWNER is asked first: they have another way in', async () => {
    const { act, leaveFor, askOwner } = setUp({
      code: 'SSO_REQUIRED',
      extensions: { startUrl: '/sso/start/acme', network: { slug: 'acme' }, ownerMayEnter: true },
    })
    await expect(act()).rejects.toBeInstanceOf(Interrupted)
    expect(askOwner).toHaveBeenCalledExactlyOnceWith('acme')
    expect(leaveFor).not.toHaveBeenCalled()
  })

  test('SSO_REQUIRED without a start is shown where the person is', async () => {
    const { act } = setUp({ code: 'SSO_REQUIRED' })
    await expect(act()).rejects.toMatchObject({ errors: [{ extensions: { code: 'SSO_REQUIRED' } }] })
  })

  test('led on after a confirmation, it goes there too', async () => {
    const { act, goTo } = setUp([reauthenticate, { code: 'UNAUTHENTICATED' }])
    await expect(act()).rejects.toBeInstanceOf(Interrupted)
    expect(goTo).toHaveBeenCalledExactlyOnceWith('/sign-in')
  })
})

test.each(['FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED', 'INTERNAL_SERVER_ERROR', 'BAD_USER_INPUT'])(
  '%s is left to the page that asked',
  async (code) => {
    const { act, goTo, confirm } = setUp({ code })
    await expect(act()).rejects.toMatchObject({ errors: [{ extensions: { code } }] })
    expect(goTo).not.toHaveBeenCalled()
    expect(confirm).not.toHaveBeenCalled()
  },
)
