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
  return appAccesses.find((access) => isSameRoles(roles, rolesOf[access]))
}

export function isSameRoles(some: readonly Role[], others: readonly Role[]): boolean {
  return allRoles.every((role) => some.includes(role) === others.includes(role))
}

export function audienceInput(roles: readonly Role[]): { access: AppAccess; roles: Role[] } {
  return { access: accessOf(roles) ?? 'EVERYONE', roles: [...roles] }
}

export const AS_APP = 'AS_APP'
const SOME = 'SOME'
const PUBLIC = 'PUBLIC'

type Props = {
  roles: readonly Role[]
  onChange: (roles: Role[]) => void
}

/** Who may: by a word for the usual choices, or by roles. */
export function WhoChoice({ roles, onChange }: Props) {
  return <Choice roles={roles} isPublic={null} onChange={(chosen) => onChange([...(chosen ?? roles)])} />
}

type PathProps = {
  /** Null: as the app. */
  roles: readonly Role[] | null
  isPublic: boolean
  onChange: (roles: Role[] | null, isPublic: boolean) => void
}

/** The same for a path, which may follow the app, or be open to everyone. */
export function PathWhoChoice(props: PathProps) {
  return <Choice {...props} />
}

/** @param isPublic null where there is nothing to follow, and everyone must sign in */
function Choice({ roles, onChange, isPublic }: Omit<PathProps, 'isPublic'> & { isPublic: boolean | null }) {
  const t = useTexts('apps')
  const roleNames = useTexts('networks').roles
  const [isBySome, setBySome] = useState(roles !== null && accessOf(roles) === undefined)
  const choose = (value: string) => {
    setBySome(value === SOME)
    const chosen = appAccesses.find((access) => access === value)
    if (value === AS_APP) return onChange(null, false)
    onChange([...(chosen ? rolesOf[chosen] : (roles ?? rolesOf.ADMINS))], value === PUBLIC)
  }
  return (
    <div>
      <Select
        label={t.form.access}
        value={isPublic ? PUBLIC : isBySome ? SOME : roles ? (accessOf(roles) ?? SOME) : AS_APP}
        onChange={choose}
        options={[
          ...(isPublic === null ? [] : [{ value: AS_APP, label: t.rules.asApp }]),
          ...appAccesses.map((value) => ({ value, label: t.accesses[value] })),
          { value: SOME, label: t.form.someRoles },
          ...(isPublic === null ? [] : [{ value: PUBLIC, label: t.rules.public }]),
        ]}
      />
      {isBySome && !isPublic && roles ? (
        <fieldset className="mt-1 grid gap-x-4 min-[24rem]:grid-cols-2">
          <legend className="sr-only">{t.form.someRoles}</legend>
          {allRoles.map((role) => (
            <Checkbox
              key={role}
              label={roleNames[role]}
              checked={roles.includes(role)}
              // At least one role has to remain.
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
