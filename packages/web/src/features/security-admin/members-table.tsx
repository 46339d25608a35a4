import { useState } from 'react'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Menu } from '../../ui/menu'
import { Table } from '../../ui/table'
import { HelpBackInDialog } from './help-back-in-dialog'
import { MemberStatus } from './member-status'
import type { ListedMember } from './security-documents'

type Props = {
  members: readonly ListedMember[]
  canChoose: boolean
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

export function MembersTable({ members, canChoose, chosen, onChoose }: Props) {
  const t = useTexts('security')
  const roles = useTexts('networks').roles
  const moments = useMoments()
  const [helped, setHelped] = useState<ListedMember | null>(null)
  const mayHelp = useMayHelp()
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  const c = t.members.columns
  return (
    <div className="mt-4">
      <Table
        caption={t.members.title}
        rows={members}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'name',
            title: c.name,
            cell: (member) => (
              <span className="flex items-center gap-3">
                {canChoose ? (
                  <Choice member={member} isChosen={chosen.has(member.id)} onToggle={() => toggle(member.id)} />
                ) : null}
                <span className="min-w-0">
                  <span className="block font-semibold md:min-w-52">{member.name}</span>
                  <span className="block text-meta wrap-anywhere text-muted">
                    {[member.email, member.externalId].filter(Boolean).join(' · ')}
                  </span>
                </span>
              </span>
            ),
          },
          { key: 'status', title: c.status, cell: (member) => <MemberStatus member={member} /> },
          {
            key: 'methods',
            title: c.methods,
            cell: ({ methods }) => methods.map((method) => t.coverage.short[method]).join(', ') || t.members.noMethods,
          },
          { key: 'role', title: c.role, cell: ({ role }) => roles[role] },
          {
            key: 'signIn',
            title: c.signIn,
            cell: ({ lastSignInAt }) => (lastSignInAt ? moments.brief(lastSignInAt) : t.members.never),
          },
          ...(members.some(({ lastMailAt }) => lastMailAt)
            ? [
                {
                  key: 'mail',
                  title: c.mail,
                  cell: ({ lastMailAt }: ListedMember) => (lastMailAt ? moments.brief(lastMailAt) : ''),
                },
              ]
            : []),
          ...(members.some(mayHelp)
            ? [
                {
                  key: 'act',
                  title: c.act,
                  cell: (member: ListedMember) =>
                    mayHelp(member) ? (
                      <Menu
                        label={t.members.acts({ name: member.name })}
                        trigger={t.members.manage}
                        items={[{ label: t.helpBackIn.act, onSelect: () => setHelped(member) }]}
                      />
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      {helped ? <HelpBackInDialog member={helped} onClose={() => setHelped(null)} /> : null}
    </div>
  )
}

/** Whoever has a second step to lose; nobody helps themselves, and an ADMIN no OWNER. */
function useMayHelp(): (member: ListedMember) => boolean {
  const { membership } = useOpenedNetwork()
  return ({ id, role, methods }) =>
    methods.length > 0 && id !== membership.id && (membership.role === 'OWNER' || role !== 'OWNER')
}

/** For whoever has something to do; the others keep its place. */
function Choice({ member, isChosen, onToggle }: { member: ListedMember; isChosen: boolean; onToggle: () => void }) {
  const t = useTexts('security').members
  const hasToAct = member.standing === 'GRACE' || member.standing === 'OVERDUE'
  if (!hasToAct) return <span className="size-6 shrink-0 max-md:hidden" />
  return (
    <label className="-m-2.5 grid size-11 shrink-0 place-items-center">
      <input
        type="checkbox"
        aria-label={t.selectOne({ name: member.name })}
        checked={isChosen}
        onChange={onToggle}
        className="size-6 accent-accent"
      />
    </label>
  )
}
