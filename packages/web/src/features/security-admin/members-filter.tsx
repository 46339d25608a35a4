import { factorMethods, roles } from '@twinlock/shared/vocabulary'
import type { FactorMethod, MemberOrder, Role } from '../../generated/graphql'
import { useTexts } from '../../texts/use-texts'
import { FilterBar } from '../../ui/filter-bar'
import { SearchField } from '../../ui/search-field'
import { Select } from '../../ui/select'
import { type MemberFilter, type ShownMembers, type SignInTime, shownMembers, signInTimes } from './use-members'

type Props = { filter: MemberFilter; isRequired: boolean; onChange: (filter: MemberFilter) => void }

const orders = ['STATUS', 'NAME', 'LAST_SIGN_IN'] as const

/** What the table is narrowed to. On phones the order, which the header of the table sets elsewhere, stands here too. */
export function MembersFilter({ filter, isRequired, onChange }: Props) {
  const t = useTexts('security')
  const names = useTexts('common').methods
  const roleNames = useTexts('networks').roles
  // What it narrows, where it does not yet.
  const any = (label: string) => ({ value: '', label })
  return (
    <FilterBar
      count={[filter.shown, filter.role, filter.method, filter.signedIn].filter(Boolean).length}
      search={
        <SearchField
          label={t.members.search}
          value={filter.search}
          onChange={(search) => onChange({ ...filter, search })}
        />
      }
    >
      <Select
        label={t.members.status}
        isLabelHidden
        value={filter.shown ?? ''}
        options={[
          any(t.members.status),
          ...shownMembers
            .filter((value) => isRequired || value !== 'CLOSED')
            .map((value) => ({ value, label: t.members.shown[value] })),
        ]}
        onChange={(value) => onChange({ ...filter, shown: (value || null) as ShownMembers | null })}
      />
      <Select
        label={t.members.role}
        isLabelHidden
        value={filter.role ?? ''}
        options={[any(t.members.role), ...roles.map((value) => ({ value, label: roleNames[value] }))]}
        onChange={(value) => onChange({ ...filter, role: (value || null) as Role | null })}
      />
      <Select
        label={t.members.method}
        isLabelHidden
        value={filter.method ?? ''}
        options={[any(t.members.method), ...factorMethods.map((value) => ({ value, label: names[value] }))]}
        onChange={(value) => onChange({ ...filter, method: (value || null) as FactorMethod | null })}
      />
      <Select
        label={t.members.columns.signIn}
        isLabelHidden
        value={filter.signedIn ?? ''}
        options={[
          any(t.members.columns.signIn),
          ...signInTimes.map((value) => ({ value, label: t.members.signedIn[value] })),
        ]}
        // The latest first is what the question asks for, and what the server finds quickest.
        onChange={(value) =>
          onChange({
            ...filter,
            signedIn: (value || null) as SignInTime | null,
            order: value ? 'LAST_SIGN_IN' : filter.order,
          })
        }
      />
      <Select
        label={t.members.order}
        isLabelHidden
        className="md:hidden"
        value={filter.order.replace('_REVERSED', '')}
        options={orders.map((value) => ({ value, label: `${t.members.order}: ${t.members.orders[value]}` }))}
        onChange={(value) => onChange({ ...filter, order: value as MemberOrder })}
      />
    </FilterBar>
  )
}
