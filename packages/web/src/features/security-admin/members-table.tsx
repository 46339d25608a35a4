import { useState } from 'react'
import { memberPage, useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { useServerNow } from '../../time/server-clock'
import { useMoments } from '../../time/use-moments'
import { Menu, type MenuItem } from '../../ui/menu'
import { Moment } from '../../ui/moment'
import { Person } from '../../ui/person'
import { type Column, Table } from '../../ui/table'
import { HelpBackInDialog } from './help-back-in-dialog'
import { MemberStatus } from './member-status'
import type { ListedMember } from './security-documents'
import type { MemberFilter } from './use-members'

type Props = {
  members: readonly ListedMember[]
  canChoose: boolean
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  order: MemberFilter['order']
  onOrder: (order: MemberFilter['order']) => void
  onRemind: (member: ListedMember) => void
  onMoreTime: (member: ListedMember) => void
}

/** All members, one line each: who, where they stand, by which methods, and what can be done for them. */
export function MembersTable(props: Props) {
  const { members, canChoose, chosen, onChoose, order, onOrder } = props
  const t = useTexts('security')
  const roles = useTexts('networks').roles
  const { slug } = useOpenedNetwork()
  const [helped, setHelped] = useState<ListedMember | null>(null)
  const actsFor = useActs(props, setHelped)
  const c = t.members.columns
  const late = members.filter(mustAct)
  // The first press sorts as it is mostly wanted, the next the other way round.
  const sorted = (by: 'STATUS' | 'NAME' | 'LAST_SIGN_IN') => {
    const isReversed = order === `${by}_REVERSED`
    return {
      isActive: isReversed || order === by,
      direction: isReversed === (by === 'LAST_SIGN_IN') ? ('ascending' as const) : ('descending' as const),
      onSort: () => onOrder(order === by ? `${by}_REVERSED` : by),
    }
  }
  const all: TickProps = {
    label: t.members.selectAll,
    isOn: late.length > 0 && late.every(({ id }) => chosen.has(id)),
    isPartly: late.some(({ id }) => chosen.has(id)),
    onToggle: (isOn) => onChoose(new Set(isOn ? [...chosen, ...late.map(({ id }) => id)] : [])),
  }
  const choice: Column<ListedMember> = {
    key: 'choice',
    title: t.members.selectAll,
    phone: 'start',
    header: (
      <>
        <span className="sr-only md:hidden">{t.members.selectAll}</span>
        <span className="max-md:hidden">
          <Tick {...all} />
        </span>
      </>
    ),
    cell: (member) => <Choice member={member} chosen={chosen} onChoose={onChoose} />,
  }
  const columns: Column<ListedMember>[] = [
    ...(canChoose && late.length > 0 ? [choice] : []),
    {
      key: 'name',
      title: c.name,
      sort: sorted('NAME'),
      phone: 'lead',
      isFlexible: true,
      cell: ({ id, name, email, externalId }) => (
        <Person name={name} to={memberPage(slug, id)} meta={[email, externalId].filter(Boolean).join(' · ')} />
      ),
    },
    {
      key: 'status',
      title: c.status,
      sort: sorted('STATUS'),
      phone: 'inline',
      cell: (member) => <MemberStatus member={member} />,
    },
    {
      key: 'methods',
      title: c.methods,
      phone: 'inline',
      cell: ({ methods }) =>
        methods.length > 0 ? (
          methods.map((method) => t.coverage.short[method]).join(', ')
        ) : (
          <span className="text-muted max-md:sr-only">{t.members.noMethods}</span>
        ),
    },
    { key: 'role', title: c.role, phone: 'hidden', from: 'lg', cell: ({ role }) => roles[role] },
    {
      key: 'signIn',
      title: c.signIn,
      sort: sorted('LAST_SIGN_IN'),
      phone: 'hidden',
      cell: ({ lastSignInAt }) =>
        lastSignInAt ? <Moment at={lastSignInAt} /> : <span className="text-muted">{t.members.never}</span>,
    },
    ...(members.some(({ lastMailAt }) => lastMailAt)
      ? [
          {
            key: 'mail',
            title: c.mail,
            phone: 'hidden' as const,
            from: 'xl' as const,
            cell: ({ lastMailAt }: ListedMember) => (lastMailAt ? <Moment at={lastMailAt} /> : null),
          },
        ]
      : []),
    {
      key: 'act',
      title: c.act,
      isTitleHidden: true,
      phone: 'end',
      cell: (member) => {
        const items = actsFor(member)
        return items.length > 0 ? <Menu label={t.members.acts({ name: member.name })} items={items} /> : null
      },
    },
  ]
  return (
    <div className="mt-4">
      {/* Cards have no header for it to stand in. */}
      {canChoose && late.length > 0 ? (
        <div className="mb-2 md:hidden">
          <Tick {...all} isLabelShown />
        </div>
      ) : null}
      <Table
        caption={t.members.title}
        rows={members}
        keyOf={({ id }) => id}
        isChosen={({ id }) => chosen.has(id)}
        columns={columns}
      />
      {helped ? <HelpBackInDialog member={helped} onClose={() => setHelped(null)} /> : null}
    </div>
  )
}

/** What may be done for a member: reminders or time if they still have to act, help if they have a method. */
function useActs(
  { onRemind, onMoreTime }: Pick<Props, 'onRemind' | 'onMoreTime'>,
  onHelp: (member: ListedMember) => void,
): (member: ListedMember) => MenuItem[] {
  const t = useTexts('security')
  const mayHelp = useMayHelp()
  const moments = useMoments()
  const now = useServerNow(30_000)
  // Reminded within the hour: the server would mail nothing.
  const restOf = ({ remindableFrom }: ListedMember) =>
    remindableFrom && now < Date.parse(remindableFrom)
      ? { isInert: true, detail: t.members.remindAgain({ moment: moments.soon(remindableFrom) }) }
      : {}
  return (member) => [
    ...(mustAct(member)
      ? [
          { label: t.members.remindOne, onSelect: () => onRemind(member), ...restOf(member) },
          { label: t.members.moreTime, onSelect: () => onMoreTime(member) },
        ]
      : []),
    ...(mayHelp(member) ? [{ label: t.helpBackIn.act, onSelect: () => onHelp(member) }] : []),
  ]
}

/** Members who have a second step to lose; nobody helps themselves, and an ADMIN no OWNER. */
export function useMayHelp(): (member: ListedMember) => boolean {
  const { membership } = useOpenedNetwork()
  return ({ id, role, methods }) =>
    methods.length > 0 && id !== membership.id && (membership.role === 'OWNER' || role !== 'OWNER')
}

export const mustAct = ({ standing }: ListedMember) => standing === 'GRACE' || standing === 'OVERDUE'

/** For members who have something to do; the rows of the others reserve its space. */
function Choice({ member, chosen, onChoose }: { member: ListedMember } & Pick<Props, 'chosen' | 'onChoose'>) {
  const t = useTexts('security').members
  if (!mustAct(member)) return null
  return (
    <Tick
      label={t.selectOne({ name: member.name })}
      isOn={chosen.has(member.id)}
      onToggle={(isOn) => {
        const next = new Set(chosen)
        if (isOn) next.add(member.id)
        else next.delete(member.id)
        onChoose(next)
      }}
    />
  )
}

type TickProps = {
  label: string
  isLabelShown?: boolean
  isOn: boolean
  isPartly?: boolean
  onToggle: (isOn: boolean) => void
}

function Tick({ label, isLabelShown = false, isOn, isPartly = false, onToggle }: TickProps) {
  return (
    <label
      className={isLabelShown ? 'flex min-h-11 items-center gap-3' : '-m-2.5 grid size-11 shrink-0 place-items-center'}
    >
      <input
        type="checkbox"
        aria-label={label}
        checked={isOn}
        ref={(box) => {
          if (box) box.indeterminate = isPartly && !isOn
        }}
        onChange={({ target }) => onToggle(target.checked)}
        className="size-5 shrink-0 accent-accent"
      />
      {isLabelShown ? <span aria-hidden="true">{label}</span> : null}
    </label>
  )
}
