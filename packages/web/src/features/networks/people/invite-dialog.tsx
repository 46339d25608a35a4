import { useApolloClient } from '@apollo/client/react'
import { addressesIn, emailKeyOf, entriesWithoutAddress } from '@twinlock/shared/email-address'
import type { Role } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { useAct } from '../../../api/use-act'
import { graphql } from '../../../generated/gql'
import type { InviteMembersMutation } from '../../../generated/graphql'
import { FormDialog } from '../../../steps/form-dialog'
import { RoleChoice } from '../../../steps/members/role-choice'
import { useOpenedNetwork } from '../../../steps/opened-network'
import { useFieldProblems } from '../../../steps/use-refusals'
import { useTexts } from '../../../texts/use-texts'
import { useMoments } from '../../../time/use-moments'
import { Callout } from '../../../ui/callout'
import { FieldFrame, inputLook } from '../../../ui/field'
import { FileButton } from '../../../ui/file-button'

const INVITE_MEMBERS = graphql(`
  mutation InviteMembers($input: InviteMembersInput!) {
    inviteMembers(input: $input) {
      ... on MembersInvited {
        outcomes {
          email
          outcome
          retryAt
        }
      }
      ...InvalidFields
    }
  }
`)

type Outcome = Extract<InviteMembersMutation['inviteMembers'], { __typename: 'MembersInvited' }>['outcomes'][number]

/** Nothing is left to do for this address. */
const IS_SETTLED = { INVITED: true, ALREADY_MEMBER: true, INVALID: false, TOO_MANY: false } as const
const NO_ADDRESS = { __typename: 'InvitedAddress', outcome: 'INVALID', retryAt: null } as const

/** In one request: so many that it takes a moment, so few that the moment is short. */
const AT_ONCE = 50

/** Invites one person or a pasted list, and says what became of each; what can be put right stays in the field. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('networks').invite
  const client = useApolloClient()
  const network = useOpenedNetwork()
  const { run, isBusy, failure } = useAct(INVITE_MEMBERS)
  const { problems, refuse } = useFieldProblems()
  const [text, setText] = useState('')
  const [role, setRole] = useState<Role>('MEMBER')
  const [outcomes, setOutcomes] = useState<readonly Outcome[] | null>(null)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const addresses = addressesIn(text)
  // They join those in the field, where they can be looked at before anything is sent.
  const read = async (file: File) => {
    const found = addressesIn(await file.text())
    if (found.length === 0) refuse({ emails: t.fileEmpty({ name: file.name }) })
    else setText([text, ...found].filter(Boolean).join('\n'))
  }

  const invite = async () => {
    if (isBusy || progress) return
    setOutcomes(null)
    // A single address typed by hand is checked before it is sent; of many, each reports for itself.
    const isWritten = addresses.length > 1 || addresses.some((address) => emailKeyOf(address) !== null)
    if (refuse(isWritten ? {} : { emails: t.emailMissing })) return
    const all: Outcome[] = []
    for (let done = 0; done < addresses.length; done += AT_ONCE) {
      if (addresses.length > AT_ONCE) setProgress({ done, total: addresses.length })
      const emails = addresses.slice(done, done + AT_ONCE)
      const answer = await run({ input: { networkId: network.id, emails, role } })
      if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
      if (answer?.__typename !== 'MembersInvited') break
      all.push(...answer.outcomes)
    }
    setProgress(null)
    if (all.length === 0) return
    const stray = entriesWithoutAddress(text)
    const settled = new Set(all.filter(({ outcome }) => IS_SETTLED[outcome]).map(({ email }) => email))
    setText([...addresses.filter((address) => !settled.has(address)), ...stray].join('\n'))
    setOutcomes([...all, ...stray.map((email): Outcome => ({ ...NO_ADDRESS, email }))])
    await client.refetchQueries({ include: ['NetworkInvitations'] })
  }
  return (
    <FormDialog
      title={t.title({ network: network.name })}
      onClose={onClose}
      submitLabel={t.send({ count: Math.max(1, addresses.length) })}
      onSubmit={() => void invite()}
      cancelLabel={t.close}
      isBusy={isBusy || progress !== null}
      failure={failure}
      problems={problems}
    >
      <FieldFrame label={t.email} hint={t.emailHint} error={problems?.emails}>
        {(ids) => (
          <textarea
            {...ids}
            name="emails"
            rows={text.includes('\n') ? 4 : 2}
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={text}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={(event) => {
              // As in a field of one line: a single address is sent by Enter.
              if (event.key !== 'Enter' || event.shiftKey || text.includes('\n') || addresses.length > 1) return
              event.preventDefault()
              event.currentTarget.form?.requestSubmit()
            }}
            className={`${inputLook} block py-2.5`}
          />
        )}
      </FieldFrame>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <FileButton label={t.file} accept=".csv,.tsv,.txt,text/csv,text/plain" onFile={read} />
        <p role="status" className="text-meta text-muted">
          {progress ? t.progress(progress) : t.count({ count: addresses.length })}
        </p>
      </div>
      {/* Where the eye is: on a phone the end of the dialog is below the fold. */}
      <div role="status">{outcomes ? <Outcomes outcomes={outcomes} /> : null}</div>
      <RoleChoice label={t.role} chosen={role} onChoose={setRole} />
    </FormDialog>
  )
}

function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const t = useTexts('networks').invite
  const moments = useMoments()
  const left = outcomes.filter(({ outcome }) => outcome !== 'INVITED')
  const retryAt = left.map(({ retryAt: at }) => at).find(Boolean)
  const sent = outcomes.filter(({ outcome }) => outcome === 'INVITED')
  return (
    <div className="space-y-3">
      <Callout tone={sent.length > 0 ? 'good' : 'time'}>{t.sent({ count: sent.length })}</Callout>
      <ul className="max-h-48 overflow-y-auto text-meta">
        {[...left, ...sent].map(({ email, outcome }) => (
          <li key={email} className="flex flex-wrap justify-between gap-x-4 border-b border-hair py-2">
            <span className="wrap-anywhere">{email}</span>
            <span className={outcome === 'INVITED' ? 'text-good' : 'text-time'}>{t.outcomes[outcome]}</span>
          </li>
        ))}
      </ul>
      {retryAt ? <Callout tone="time">{t.tryAt({ moment: moments.soon(retryAt) })}</Callout> : null}
    </div>
  )
}
