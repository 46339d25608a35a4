import { useState } from 'react'
import { type Failure, failureOf } from '../../../api/failure'
import { FailureCallout } from '../../../api/failure-callout'
import { usePages } from '../../../api/paged-list'
import { useAct } from '../../../api/use-act'
import { graphql } from '../../../generated/gql'
import { useOpenedNetwork } from '../../../steps/opened-network'
import { useTexts } from '../../../texts/use-texts'
import { serverNow } from '../../../time/server-clock'
import { useMoments } from '../../../time/use-moments'
import { Button } from '../../../ui/button'
import { Callout, type CalloutTone } from '../../../ui/callout'
import { Menu } from '../../../ui/menu'
import { TwoLines } from '../../../ui/person'
import { type Column, Table } from '../../../ui/table'
import { toast } from '../../../ui/toast'
import { type Invitation, NETWORK_INVITATIONS } from './people-documents'
import { RevokeDialog } from './revoke-dialog'

const RESEND_INVITATION = graphql(`
  mutation ResendInvitation($input: InvitationInput!) {
    resendInvitation(input: $input) {
      ... on InvitationSent {
        email
      }
      ...TooManyTries
    }
  }
`)

/** They stand above the people: a long list must not push these away. */
const SHOWN_AT_FIRST = 5

/** Who was invited and has not answered; nothing at all while there is nobody. */
export function InvitationsSection() {
  const texts = useTexts('networks')
  const t = texts.invitations
  const { slug } = useOpenedNetwork()
  const { page, hasMore, error, more, refetch } = usePages(
    NETWORK_INVITATIONS,
    { slug },
    ({ network }) => network?.invitations,
  )
  const { resend, notice, failure } = useResend(refetch)
  const [isAll, setAll] = useState(false)
  const [revoking, setRevoking] = useState<Invitation | null>(null)
  const columns = useColumns(resend, setRevoking)
  const all = page?.nodes ?? []
  const shown = isAll ? all : all.slice(0, SHOWN_AT_FIRST)
  if (error) return <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} />
  if (all.length === 0 && !notice) return null
  return (
    <section aria-labelledby="invited" className="mt-6 space-y-4">
      <h2 id="invited" className="text-section">
        {t.title}
      </h2>
      {notice ? <Callout tone={notice.tone}>{notice.text}</Callout> : null}
      <FailureCallout failure={failure} />
      <Table caption={t.caption} columns={columns} rows={shown} keyOf={({ id }) => id} />
      {all.length > shown.length ? (
        <Button onClick={() => setAll(true)}>{t.all({ count: all.length - shown.length })}</Button>
      ) : hasMore ? (
        <Button onClick={more}>{t.more}</Button>
      ) : null}
      {revoking ? <RevokeDialog invitation={revoking} onClose={() => setRevoking(null)} /> : null}
    </section>
  )
}

function useColumns(resend: (one: Invitation) => void, revoke: (one: Invitation) => void): Column<Invitation>[] {
  const texts = useTexts('networks')
  const t = texts.invitations
  const moments = useMoments()
  const { membership } = useOpenedNetwork()
  const until = ({ expiresAt }: Invitation) =>
    Date.parse(expiresAt) > serverNow() ? (
      <time dateTime={expiresAt} title={moments.full(expiresAt)}>
        {t.untilMoment({ moment: moments.day(expiresAt) })}
      </time>
    ) : (
      t.over
    )
  const acts = (one: Invitation) =>
    one.role === 'OWNER' && membership.role !== 'OWNER' ? null : (
      <Menu
        label={t.acts({ email: one.email })}
        items={[
          { label: t.resend, onSelect: () => resend(one) },
          { label: t.revoke, onSelect: () => revoke(one) },
        ]}
      />
    )
  return [
    {
      key: 'email',
      title: t.email,
      phone: 'lead',
      isFlexible: true,
      cell: ({ email, role }) => <TwoLines name={email} meta={texts.roles[role]} />,
    },
    {
      key: 'sent',
      title: t.sent,
      cell: ({ inviterName, sentAt }) => (
        <>
          {moments.day(sentAt)}
          <span className="block text-meta text-muted">{t.by({ name: inviterName })}</span>
        </>
      ),
    },
    { key: 'until', title: t.until, cell: until },
    { key: 'act', title: texts.people.act, isTitleHidden: true, phone: 'end', cell: acts },
  ]
}

type Notice = { tone: CalloutTone; text: string }

function useResend(refetch: () => Promise<unknown>): {
  resend: (one: Invitation) => void
  notice: Notice | null
  failure: Failure | null
} {
  const t = useTexts('networks').invitations
  const moments = useMoments()
  const { id: networkId } = useOpenedNetwork()
  const { run, failure } = useAct(RESEND_INVITATION)
  const [notice, setNotice] = useState<Notice | null>(null)
  const show = (tone: Notice['tone'], text: string) => {
    setNotice({ tone, text })
    toast(text)
  }
  const resend = async ({ id: invitationId }: Invitation) => {
    const answer = await run({ input: { networkId, invitationId } })
    if (answer?.__typename === 'InvitationSent') show('good', t.resent({ email: answer.email }))
    if (answer?.__typename === 'InvitationInvalid') show('info', t.answered)
    if (answer?.__typename === 'TooManyAttempts') show('time', t.tooMany({ moment: moments.soon(answer.retryAt) }))
    await refetch()
  }
  return { resend: (one) => void resend(one), notice, failure }
}
