import { gql, type TypedDocumentNode } from '@apollo/client'
import { screen, waitFor, within } from '@testing-library/react'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { describe, expect, test } from 'vitest'
import { createConfirmGate } from '../../api/confirm-gate'
import { companyConfirmed } from '../../api/tab-channel'
import { useAct } from '../../api/use-act'
import { interruptionLink } from '../../app/interruption-link'
import type { ChangeNameMutation, ChangeNameMutationVariables } from '../../generated/graphql'
import type { Script } from '../../testing/answering-link'
import { browserHasPasskeys, prompt, promptError } from '../../testing/passkeys'
import { renderApp } from '../../testing/render-app'
import { ConfirmDialog } from './confirm-dialog'

const RENAME_IN_TEST: TypedDocumentNode<ChangeNameMutation, ChangeNameMutationVariables> = gql`
  mutation RenameInTest($input: ChangeNameInput!) {
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

const wrong = (fields: object) => ({ alreadyUsed: false, clockOffsetSeconds: null, isOver: false, ...fields })

type Gate = ReturnType<typeof createConfirmGate>

/** An act that is interrupted, with something typed that must survive. */
function ActPage({ gate }: { gate: Gate }) {
  const request = useSyncExternalStore(gate.subscribe, gate.current)
  const { run, failure } = useAct(RENAME_IN_TEST)
  const [typed, setTyped] = useState('')
  const [result, setResult] = useState('')
  const act = async () => {
    const answer = await run({ input: { name: typed } })
    setResult(answer?.__typename ?? 'nothing')
  }
  return (
    <>
      <input aria-label="Name" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <button type="button" onClick={() => void act()}>
        Rename
      </button>
      <output>{failure ? failure.kind : result}</output>
      {request ? <ConfirmDialog request={request} onSettled={gate.answer} /> : null}
    </>
  )
}

function Page({ gate }: { gate: Gate }) {
  return useMemo(() => <ActPage gate={gate} />, [gate])
}

const who = (preferredMethod: 'AUTHENTICATOR_APP' | 'SMS' | 'PASSKEY' | null) => ({
  data: {
    viewer: {
      __typename: 'Viewer',
      id: 'v',
      email: 'ada@acme.com',
      twoFactor: {
        __typename: 'AccountTwoFactor',
        id: 't',
        preferredMethod,
        maskedPhoneNumber: '•••• 42',
        backupCodesLeft: 10,
        factors: preferredMethod ? [{ __typename: 'Factor', id: 'f', method: preferredMethod }] : [],
      },
    },
  },
})
const changed = {
  data: { changeName: { __typename: 'NameChanged', viewer: { __typename: 'Viewer', id: 'v', name: 'Grace' } } },
}
const needs = (...missing: string[]) => ({ code: 'REAUTHENTICATION_REQUIRED', extensions: { needs: missing } })
const answer = (typename: string, fields = {}) => ({ data: { reauthenticate: { __typename: typename, ...fields } } })
const done = answer('Reauthenticated', { until: '2030-01-01T00:00:00.000Z' })

async function interrupt(script: Script) {
  const gate = createConfirmGate()
  const never = () => {
    throw new Error('nobody should be led elsewhere')
  }
  const link = interruptionLink({
    confirm: gate.ask,
    goTo: never,
    leaveFor: never,
    askOwner: never,
    showClosedNetwork: never,
    accountChanged: never,
    askForProof: never,
  })
  const app = renderApp(<Page gate={gate} />, '/account', script, link)
  await app.user.type(screen.getByLabelText('Name'), 'Grace')
  await app.user.click(screen.getByRole('button', { name: 'Rename' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Confirm it’s you' }))
  return { ...app, dialog, result: () => document.querySelector('output')?.textContent }
}

describe('confirming that it is you', () => {
  test('by password, then code, returns to the act with nothing typed lost', async () => {
    const { dialog, user, asked, result } = await interrupt({
      RenameInTest: [needs('PASSWORD', 'SECOND_STEP'), changed],
      WhoConfirms: who('AUTHENTICATOR_APP'),
      Reauthenticate: [needs('SECOND_STEP'), done],
    })
    await user.type(await dialog.findByLabelText('Password'), 'correct horse{Enter}')
    await user.type(await dialog.findByLabelText('Code'), '123456')
    await waitFor(() => expect(result()).toBe('NameChanged'))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Grace')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Rename' }))
    expect(asked.filter(({ name }) => name === 'Reauthenticate').map(({ variables }) => variables.input)).toEqual([
      { password: 'correct horse' },
      { method: 'AUTHENTICATOR_APP', code: '123456' },
    ])
    expect(asked.filter(({ name }) => name === 'RenameInTest').map(({ variables }) => variables.input)).toEqual([
      { name: 'Grace' },
      { name: 'Grace' },
    ])
  })

  test('closing the dialog does nothing, and says nothing', async () => {
    const { dialog, user, asked, result } = await interrupt({
      RenameInTest: needs('PASSWORD'),
      WhoConfirms: who(null),
    })
    await user.click(dialog.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(result()).toBe('nothing'))
    expect(asked.filter(({ name }) => name === 'RenameInTest')).toHaveLength(1)
  })

  test('a wrong password is said at its field, and spends no code', async () => {
    const { dialog, user } = await interrupt({
      RenameInTest: needs('PASSWORD', 'SECOND_STEP'),
      WhoConfirms: who('AUTHENTICATOR_APP'),
      Reauthenticate: answer('InvalidCredentials'),
    })
    const password = await dialog.findByLabelText('Password')
    await user.type(password, 'wrong{Enter}')
    expect(await dialog.findByText(/That password is incorrect/)).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(password))
    expect(dialog.queryByLabelText('Code')).toBeNull()
  })

  test.each([
    ['InvalidCode', wrong({ attemptsLeft: 4 }), /didn’t match. 4 attempts left/],
    ['InvalidCode', wrong({ attemptsLeft: 3, alreadyUsed: true }), /was already used/],
    ['InvalidCode', wrong({ attemptsLeft: 3, isOver: true }), /has expired. Send a new one/],
    ['TooManyAttempts', { retryAt: '2030-01-01T14:32:00.000Z', remedy: 'WAIT' }, /Too many attempts. Try again at/],
  ])('a code answered by %s shows its message', async (typename, fields, message) => {
    const { dialog, user } = await interrupt({
      RenameInTest: needs('SECOND_STEP'),
      WhoConfirms: who('AUTHENTICATOR_APP'),
      Reauthenticate: answer(typename, fields),
    })
    await user.type(await dialog.findByLabelText('Code'), '123456')
    expect(await dialog.findByText(message)).toBeTruthy()
  })

  test('a user who prefers a passkey is asked for it at once, and again after closing the prompt', async () => {
    browserHasPasskeys(true)
    prompt.get.mockRejectedValueOnce(promptError('NotAllowedError'))
    const { dialog, user, asked, result } = await interrupt({
      RenameInTest: [needs('SECOND_STEP'), changed],
      WhoConfirms: who('PASSKEY'),
      BeginPasskeyReauthentication: {
        data: { beginPasskeyReauthentication: { __typename: 'PasskeyChallenge', optionsJson: '{}' } },
      },
      Reauthenticate: done,
    })
    expect(await dialog.findByText(/The prompt was closed or timed out/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Use your passkey' }))
    await waitFor(() => expect(result()).toBe('NameChanged'))
    const confirmed = asked.find(({ name }) => name === 'Reauthenticate')
    expect(confirmed?.variables.input).toEqual({ method: 'PASSKEY', code: '{"id":"signed"}' })
  })

  test('a user who prefers text messages is sent one at once, and may use a backup code instead', async () => {
    const { dialog, user, asked } = await interrupt({
      RenameInTest: [needs('SECOND_STEP'), changed],
      WhoConfirms: who('SMS'),
      SendReauthenticationCode: {
        data: {
          sendReauthenticationCode: {
            __typename: 'CodeSent',
            sentTo: '•••• 42',
            expiresAt: '2030-01-01T00:10:00.000Z',
            resendAvailableAt: '2030-01-01T00:01:00.000Z',
          },
        },
      },
      Reauthenticate: done,
    })
    await dialog.findByText(/We sent a text message to •••• 42/)
    await waitFor(() => expect(asked.filter(({ name }) => name === 'SendReauthenticationCode')).toHaveLength(1))
    await user.click(dialog.getByRole('button', { name: 'Try another way' }))
    await user.click(dialog.getByRole('button', { name: 'Use a backup code' }))
    await user.type(await dialog.findByLabelText('Backup code'), 'abcd-e123-45678{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const confirmed = asked.findIndex(({ name }) => name === 'Reauthenticate')
    expect(asked[confirmed]?.variables.input).toEqual({ method: 'BACKUP_CODE', code: 'abcd-e123-45678' })
    // The page behind shows how many are left.
    expect(asked.slice(confirmed).map(({ name }) => name)).toContain('WhoConfirms')
  })

  test('company sign-in, then the second step it did not prove, is enough: no password is asked for', async () => {
    const { dialog, user, asked, result } = await interrupt({
      RenameInTest: [
        {
          code: 'REAUTHENTICATION_REQUIRED',
          extensions: {
            needs: ['SSO', 'SECOND_STEP'],
            startUrl: '/sso/start/net_1?confirm',
            methods: ['AUTHENTICATOR_APP'],
          },
        },
        changed,
      ],
      WhoConfirms: who(null),
      Reauthenticate: needs('PASSWORD'),
    })
    await dialog.findByRole('button', { name: 'Confirm with company sign-in' })
    expect(dialog.queryByLabelText('Code')).toBeNull()
    companyConfirmed.post(true)
    await user.type(await dialog.findByLabelText('Code'), '123456')
    await waitFor(() => expect(result()).toBe('NameChanged'))
    expect(asked.filter(({ name }) => name === 'Reauthenticate')).toHaveLength(1)
  })
})
