import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Table } from '../../ui/table'
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
        ]}
      />
    </div>
  )
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
        aria-label={t.selectOne(member.name)}
        checked={isChosen}
        onChange={onToggle}
        className="size-6 accent-accent"
      />
    </label>
  )
}
