import { type AppAccess, roles as allRoles, appAccesses, type Role } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { useTexts } from '../../texts/use-texts'
import { Checkbox } from '../../ui/checkbox'
import { Select } from '../../ui/select'

const rolesOf: Record<AppAccess, readonly Role[]> = {
  EVERYONE: allRoles,
  NO_GUESTS: allRoles.filter((role) => role !== 'GUEST'),
  ADMINS: ['OWNER', 'ADMIN'],
}

/** The word for exactly these roles; undefined where there is none. */
export function accessOf(roles: readonly Role[]): AppAccess | undefined {
  const isSame = (others: readonly Role[]) => allRoles.every((role) => roles.includes(role) === others.includes(role))
  return appAccesses.find((access) => isSame(rolesOf[access]))
}

/** As the API takes it: no roles are all of those that the word names. */
export function whoWishes(roles: readonly Role[]): { access: AppAccess; roles: Role[] } {
  const access = accessOf(roles)
  return access ? { access, roles: [] } : { access: 'EVERYONE', roles: [...roles] }
}

const SOME = 'SOME'
const PUBLIC = 'PUBLIC'

type Props = {
  roles: readonly Role[]
  onChange: (roles: Role[], isPublic: boolean) => void
  /** Null where nobody may come in without signing in. */
  isPublic?: boolean | null
}

/** Who may: by a word for the usual choices, or by roles. */
export function WhoChoice({ roles, onChange, isPublic = null }: Props) {
  const t = useTexts('apps')
  const roleNames = useTexts('networks').roles
  const [isBySome, setBySome] = useState(accessOf(roles) === undefined)
  const choose = (value: string) => {
    setBySome(value === SOME)
    const chosen = appAccesses.find((access) => access === value)
    onChange([...(chosen ? rolesOf[chosen] : roles)], value === PUBLIC)
  }
  return (
    <div>
      <Select
        label={t.form.access}
        value={isPublic ? PUBLIC : isBySome ? SOME : (accessOf(roles) ?? SOME)}
        onChange={choose}
        options={[
          ...appAccesses.map((value) => ({ value, label: t.accesses[value] })),
          { value: SOME, label: t.form.someRoles },
          ...(isPublic === null ? [] : [{ value: PUBLIC, label: t.rules.public }]),
        ]}
      />
      {isBySome && !isPublic ? (
        <fieldset className="mt-1 grid gap-x-4 min-[24rem]:grid-cols-2">
          <legend className="sr-only">{t.form.someRoles}</legend>
          {allRoles.map((role) => (
            <Checkbox
              key={role}
              label={roleNames[role]}
              checked={roles.includes(role)}
              // Somebody has to be left.
              disabled={roles.length === 1 && roles.includes(role)}
              onChange={({ target }) =>
                onChange(
                  allRoles.filter((each) => (each === role ? target.checked : roles.includes(each))),
                  false,
                )
              }
            />
          ))}
        </fieldset>
      ) : null}
    </div>
  )
}
