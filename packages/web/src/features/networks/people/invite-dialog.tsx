import { useApolloClient } from '@apollo/client/react'
import { emailKeyOf } from '@twinlock/shared/email-address'
import type { Role } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { useAct } from '../../../api/use-act'
import { graphql } from '../../../generated/gql'
import { FormDialog } from '../../../steps/form-dialog'
import { useOpenedNetwork } from '../../../steps/opened-network'
import { useFieldProblems } from '../../../steps/use-field-problems'
import { useTexts } from '../../../texts/use-texts'
import { useMoments } from '../../../time/use-moments'
import { Callout } from '../../../ui/callout'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/toast'
import { RoleChoice } from './role-choice'

const INVITE_MEMBER = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      ... on InvitationSent {
        email
      }
      ... on InvalidInput {
        fields {
          field
        }
      }
      ... on TooManyAttempts {
        retryAt
      }
    }
  }
`)

/** Asks one after another in; the role stays as it was chosen last. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts('networks')
  const t = texts.invite
  const moments = useMoments()
  const client = useApolloClient()
  const network = useOpenedNetwork()
  const { run, isBusy, trouble } = useAct(INVITE_MEMBER)
  const { problems, refuse } = useFieldProblems()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('MEMBER')
  const [news, setNews] = useState<{ tone: 'good' | 'time'; text: string } | null>(null)

  const invite = async () => {
    if (isBusy) return
    setNews(null)
    if (refuse(emailKeyOf(email) ? {} : { email: t.emailMissing })) return
    const answer = (await run({ input: { networkId: network.id, email, role } }))?.inviteMember
    switch (answer?.__typename) {
      case 'InvitationSent':
        setNews({ tone: 'good', text: t.sent({ email: answer.email }) })
        toast(t.sent({ email: answer.email }))
        setEmail('')
        await client.refetchQueries({ include: ['NetworkInvitations'] })
        return
      case 'AlreadyMember':
        refuse({ email: t.alreadyMember })
        return
      case 'InvalidInput':
        refuse(answer.fields)
        return
      case 'TooManyAttempts':
        setNews({ tone: 'time', text: texts.invitations.tooMany({ moment: moments.soon(answer.retryAt) }) })
    }
  }
  return (
    <FormDialog
      title={t.title({ network: network.name })}
      onClose={onClose}
      act={t.send}
      onAct={() => void invite()}
      cancel={t.close}
      isBusy={isBusy}
      trouble={trouble}
      refusal={problems}
    >
      <Field
        name="email"
        type="email"
        inputMode="email"
        label={t.email}
        hint={t.emailHint}
        autoComplete="off"
        autoCapitalize="none"
        value={email}
        onChange={({ target }) => setEmail(target.value)}
        error={problems?.email}
      />
      <RoleChoice label={t.role} chosen={role} onChoose={setRole} />
      {news ? <Callout tone={news.tone}>{news.text}</Callout> : null}
    </FormDialog>
  )
}
