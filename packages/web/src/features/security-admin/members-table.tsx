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
          ...(canChoose
            ? [
                {
                  key: 'select',
                  title: c.select,
                  cell: ({ id, name, standing }: ListedMember) =>
                    standing === 'GRACE' || standing === 'OVERDUE' ? (
                      <input
                        type="checkbox"
                        aria-label={t.members.selectOne(name)}
                        checked={chosen.has(id)}
                        onChange={() => toggle(id)}
                        className="size-6 accent-accent"
                      />
                    ) : null,
                },
              ]
            : []),
          {
            key: 'name',
            title: c.name,
            cell: ({ name, email }) => (
              <>
                <span className="block font-semibold md:min-w-52">{name}</span>
                <span className="block text-meta wrap-anywhere text-muted">{email}</span>
              </>
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
