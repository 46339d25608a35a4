import { factorMethods, roles } from '@twinlock/shared/vocabulary'
import type { MemberOrder } from '../../generated/graphql'
import { useTexts } from '../../texts/use-texts'
import { FilterBar } from '../../ui/filter-bar'
import { SearchField } from '../../ui/search-field'
import { Select } from '../../ui/select'
import { type MemberFilter, shownMembers, signInTimes } from './use-members'

type Props = { filter: MemberFilter; isRequired: boolean; onChange: (filter: MemberFilter) => void }

const orders = ['STATUS', 'NAME', 'LAST_SIGN_IN'] as const

/** What the table is narrowed to. On phones the order, which the header of the table sets elsewhere, stands here too. */
export function MembersFilter({ filter, isRequired, onChange }: Props) {
  const t = useTexts('security').members
  const methods = useTexts('common').methods
  const roleNames = useTexts('networks').roles
  const { shown, role, method, signedIn, order, search } = filter
  const change = (narrowed: Partial<MemberFilter>) => onChange({ ...filter, ...narrowed })
  return (
    <FilterBar
      count={[shown, role, method, signedIn].filter(Boolean).length}
      search={<SearchField label={t.search} value={search} onChange={(text) => change({ search: text })} />}
    >
      <Narrow
        label={t.status}
        value={shown}
        options={shownMembers.filter((one) => isRequired || one !== 'CLOSED')}
        names={t.shown}
        onChange={(one) => change({ shown: one })}
      />
      <Narrow label={t.role} value={role} options={roles} names={roleNames} onChange={(one) => change({ role: one })} />
      <Narrow
        label={t.method}
        value={method}
        options={factorMethods}
        names={methods}
        onChange={(one) => change({ method: one })}
      />
      <Narrow
        label={t.columns.signIn}
        value={signedIn}
        options={signInTimes}
        names={t.signedIn}
        // The latest first is what the question asks for, and what the server finds quickest.
        onChange={(one) => change({ signedIn: one, ...(one ? { order: 'LAST_SIGN_IN' } : {}) })}
      />
      <Select
        label={t.order}
        isLabelHidden
        className="md:hidden"
        value={order.replace('_REVERSED', '')}
        options={orders.map((value) => ({ value, label: `${t.order}: ${t.orders[value]}` }))}
        onChange={(value) => change({ order: value as MemberOrder })}
      />
    </FilterBar>
  )
}

type NarrowProps<Value extends string> = {
  /** What it narrows, where it does not yet. */
  label: string
  value: Value | null
  options: readonly Value[]
  names: Readonly<Record<Value, string>>
  onChange: (value: Value | null) => void
}

function Narrow<Value extends string>({ label, value, options, names, onChange }: NarrowProps<Value>) {
  return (
    <Select
      label={label}
      isLabelHidden
      value={value ?? ''}
      options={[{ value: '', label }, ...options.map((one) => ({ value: one, label: names[one] }))]}
      onChange={(chosen) => onChange(options.find((one) => one === chosen) ?? null)}
    />
  )
}
