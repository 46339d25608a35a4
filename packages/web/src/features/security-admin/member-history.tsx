import { type ReactNode, useState } from 'react'
import type { NetworkMemberQuery, SignInMethod } from '../../generated/graphql'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Chip } from '../../ui/chip'
import { Moment } from '../../ui/moment'

type Security = NonNullable<NetworkMemberQuery['network']>['security']

/** What the network mailed a member, newest first, and what became of each mail. */
export function MemberMails({ mails }: { mails: Security['memberMails'] }) {
  const t = useTexts('security').person
  return (
    <History title={t.mails} empty={t.mailsNone}>
      {mails.map(({ id, kind, at, delivery }) => (
        <Entry key={id} at={at}>
          {t.mailKinds[kind]}
          <span className="block text-meta text-muted">
            {delivery === 'SENT' ? (
              t.delivery.SENT
            ) : (
              <Chip tone={delivery === 'FAILED' ? 'late' : 'time'}>{t.delivery[delivery]}</Chip>
            )}
          </span>
        </Entry>
      ))}
    </History>
  )
}

/** A member's sign-ins that opened this network, newest first, by what was used. */
export function MemberSignIns({ signIns }: { signIns: Security['memberSignIns'] }) {
  const t = useTexts('security').person
  const names = useWayNames()
  return (
    <History title={t.signIns} empty={t.signInsNone}>
      {signIns.map(({ id, at, methods }) => (
        <Entry key={id} at={at}>
          {methods.map((method) => names[method]).join(' + ')}
        </Entry>
      ))}
    </History>
  )
}

function useWayNames(): Record<SignInMethod, string> {
  const { methods } = useTexts('common')
  const { person, coverage } = useTexts('security')
  return { ...methods, ...person.ways, COMPANY_SIGN_IN: coverage.sso }
}

/** Enough to see what happened lately; the rest on request. */
const SHOWN = 5

function History({ title, empty, children }: { title: string; empty: string; children: ReactNode[] }) {
  const t = useTexts('security').members
  const [isWhole, setWhole] = useState(false)
  const hasMore = !isWhole && children.length > SHOWN
  return (
    <section aria-label={title} className="rounded-card border border-hair bg-surface">
      <h2 className="px-4 pt-4 text-section sm:px-6">{title}</h2>
      {children.length > 0 ? (
        <ul className="mt-1 divide-y divide-hair">{hasMore ? children.slice(0, SHOWN) : children}</ul>
      ) : (
        <p className="px-4 pt-1 pb-4 text-muted sm:px-6">{empty}</p>
      )}
      {hasMore ? (
        <Button kind="quiet" className="mx-4 mb-2 sm:mx-6" onClick={() => setWhole(true)}>
          {t.more}
        </Button>
      ) : null}
    </section>
  )
}

function Entry({ at, children }: { at: string; children: ReactNode }) {
  return (
    <li className="flex items-start justify-between gap-4 px-4 py-3 sm:px-6">
      <span className="min-w-0">{children}</span>
      <span className="shrink-0 text-meta leading-6 text-muted">
        <Moment at={at} />
      </span>
    </li>
  )
}
