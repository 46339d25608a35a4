import { factorMethods, roles } from '@twinlock/shared/vocabulary'
import type { FactorMethod, MemberOrder, Role } from '../../generated/graphql'
import { useTexts } from '../../texts/use-texts'
import { Field } from '../../ui/field'
import { Select } from '../../ui/select'
import type { MemberFilter, ShownMembers } from './use-members'
import { useMethodNames } from './use-method-names'

type Props = { filter: MemberFilter; isRequired: boolean; onChange: (filter: MemberFilter) => void }

const shown = ['NOT_YET', 'CLOSED', 'PROTECTED', 'COMPANY_SIGN_IN'] as const
const orders = ['STATUS', 'NAME', 'LAST_SIGN_IN'] as const

export function MembersFilter({ filter, isRequired, onChange }: Props) {
  const t = useTexts('security')
  const roleNames = useTexts('networks').roles
  const any = { value: '', label: t.members.any }
  const methodNames = useMethodNames()
  return (
    <div className="mt-3 grid grid-cols-2 gap-3 lg:grid-cols-[2fr_1fr_1fr_1fr_1fr]">
      <div className="max-lg:col-span-2">
        <Field
          type="search"
          label={t.members.search}
          autoComplete="off"
          value={filter.search}
          onChange={({ target }) => onChange({ ...filter, search: target.value })}
        />
      </div>
      <Select
        label={t.members.status}
        value={filter.shown ?? ''}
        options={[
          any,
          ...shown
            .filter((value) => isRequired || value !== 'CLOSED')
            .map((value) => ({ value, label: t.members.shown[value] })),
        ]}
        onChange={(value) => onChange({ ...filter, shown: (value || null) as ShownMembers | null })}
      />
      <Select
        label={t.members.role}
        value={filter.role ?? ''}
        options={[any, ...roles.map((value) => ({ value, label: roleNames[value] }))]}
        onChange={(value) => onChange({ ...filter, role: (value || null) as Role | null })}
      />
      <Select
        label={t.members.method}
        value={filter.method ?? ''}
        options={[any, ...factorMethods.map((value) => ({ value, label: methodNames[value] }))]}
        onChange={(value) => onChange({ ...filter, method: (value || null) as FactorMethod | null })}
      />
      <Select
        label={t.members.order}
        value={filter.order}
        options={orders.map((value) => ({ value, label: t.members.orders[value] }))}
        onChange={(value) => onChange({ ...filter, order: value as MemberOrder })}
      />
    </div>
  )
}
