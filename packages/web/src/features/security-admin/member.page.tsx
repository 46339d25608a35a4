import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import type { NetworkMemberQuery } from '../../generated/graphql'
import { useManagement } from '../../steps/members/use-management'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Menu } from '../../ui/menu'
import { Moment } from '../../ui/moment'
import { PageHeading } from '../../ui/page-heading'
import { Avatar } from '../../ui/person'
import { Skeleton } from '../../ui/skeleton'
import { AuditEntries } from './audit-entries'
import { HelpBackInDialog } from './help-back-in-dialog'
import { MemberMails, MemberSignIns } from './member-history'
import { MemberStatus } from './member-status'
import { mustAct, useMayHelp } from './members-table'
import { MoreTimeDialog } from './more-time-dialog'
import { NETWORK_MEMBER } from './security-documents'
import { useRemind, useReminderCooldown } from './use-remind'

type Security = NonNullable<NetworkMemberQuery['network']>['security']
type Shown = NonNullable<Security['member']>

/** One person in this network: where they stand, their sign-ins and mails, what was done for them, and what can be. */
export function MemberPage() {
  const t = useTexts('security')
  const { slug } = useOpenedNetwork()
  const { memberId = '' } = useParams()
  const { data, error, refetch } = useQuery(NETWORK_MEMBER, {
    variables: { slug, id: memberId },
  })
  const security = data?.network?.security
  return (
    <>
      <Link to={`/networks/${slug}/security`} className="link inline-flex min-h-11 items-center gap-1">
        <Icon name="back" className="rtl:rotate-180" />
        {t.members.title}
      </Link>
      {security?.member ? (
        <Person member={security.member} security={security} onChange={() => void refetch()} />
      ) : error ? (
        <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} />
      ) : data ? (
        <PageHeading>{t.person.missing}</PageHeading>
      ) : (
        <Skeleton lines={6} />
      )}
    </>
  )
}

type Props = { member: Shown; security: Security; onChange: () => void }

function Person({ member, security, onChange }: Props) {
  const t = useTexts('security')
  const { roles, people } = useTexts('networks')
  const methodNames = useTexts('common').methods
  const moments = useMoments()
  const [dialog, setDialog] = useState<'more-time' | 'help' | null>(null)
  const reminding = useRemind()
  const restsUntil = useReminderCooldown(member.remindableFrom)
  const mayHelp = useMayHelp()
  const { membership } = useOpenedNetwork()
  const management = useManagement(onChange)
  const managed = management.itemsFor({ ...member, isViewer: member.id === membership.id })
  const remind = async () => {
    if (await reminding.remind({ memberIds: [member.id] })) onChange()
  }
  const c = t.members.columns
  const facts = [
    [c.methods, member.methods.map((method) => methodNames[method]).join(', ') || t.members.noMethods],
    [c.role, roles[member.role]],
    [people.joined, moments.day(member.joinedAt)],
    [c.signIn, member.lastSignInAt ? <Moment key="at" at={member.lastSignInAt} /> : t.members.never],
    [c.mail, member.lastMailAt ? <Moment key="at" at={member.lastMailAt} /> : t.members.never],
    ...(member.ssoProof ? [[t.coverage.sso, t.members.ssoProof[member.ssoProof]] as const] : []),
    ...(member.extendedUntil
      ? ([[t.members.moreTime, `${moments.plain(member.extendedUntil)}: ${member.extensionReason ?? ''}`]] as const)
      : []),
  ] as const
  return (
    <>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-4">
        <Avatar name={member.name} />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <PageHeading>{member.name}</PageHeading>
            <MemberStatus member={member} />
          </div>
          <p className="wrap-anywhere text-muted">{[member.email, member.externalId].filter(Boolean).join(' · ')}</p>
        </div>
        {managed.length > 0 ? (
          <div className="md:order-last md:-ms-2">
            <Menu label={people.acts({ name: member.name })} items={managed} />
          </div>
        ) : null}
        <div className="flex flex-wrap gap-2 empty:hidden max-md:basis-full">
          {mustAct(member) ? (
            <>
              <Button kind="primary" isInert={reminding.isBusy || restsUntil !== null} onClick={() => void remind()}>
                {t.members.remindOne}
              </Button>
              <Button onClick={() => setDialog('more-time')}>{t.members.moreTime}</Button>
            </>
          ) : null}
          {mayHelp(member) ? <Button onClick={() => setDialog('help')}>{t.helpBackIn.act}</Button> : null}
        </div>
      </div>
      <p role="status" className="mt-2 text-muted empty:hidden">
        {restsUntil && mustAct(member) ? t.person.remindAgain({ moment: moments.soon(restsUntil) }) : null}
      </p>
      <FailureCallout failure={reminding.failure} />
      <dl className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-x-6 gap-y-4 rounded-card border border-hair bg-surface p-4 sm:p-6">
        {facts.map(([title, value]) => (
          <div key={title}>
            <dt className="text-meta text-muted">{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
        <MemberSignIns signIns={security.memberSignIns} />
        <MemberMails mails={security.memberMails} />
      </div>
      <h2 className="mt-8 mb-2 text-section">{t.person.log}</h2>
      <AuditEntries search={{ memberId: member.id }} empty={t.person.logNone} />
      {management.dialog}
      {dialog === 'more-time' ? (
        <MoreTimeDialog
          whom={{ memberIds: [member.id] }}
          onClose={() => {
            setDialog(null)
            onChange()
          }}
        />
      ) : null}
      {dialog === 'help' ? <HelpBackInDialog member={member} onClose={() => setDialog(null)} /> : null}
    </>
  )
}
