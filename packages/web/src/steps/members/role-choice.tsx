import type { Role } from '@twinlock/shared/vocabulary'
import { roles } from '@twinlock/shared/vocabulary'
import { useTexts } from '../../texts/use-texts'
import { useOpenedNetwork } from '../opened-network'

type Props = { label: string; chosen: Role; onChoose: (role: Role) => void }

/** The roles that one may give, each with what it is for. */
export function RoleChoice({ label, chosen, onChoose }: Props) {
  const t = useTexts('networks')
  const { membership } = useOpenedNetwork()
  // The least privileged role comes first, so that a hasty choice grants little.
  const given = roles.filter((role) => role !== 'OWNER' || membership.role === 'OWNER').reverse()
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{label}</legend>
      {given.map((role) => (
        <label key={role} className="flex min-h-11 cursor-pointer items-start gap-3 py-1.5">
          <input
            type="radio"
            name="role"
            value={role}
            checked={role === chosen}
            onChange={() => onChoose(role)}
            className="mt-0.5 size-5 shrink-0 accent-accent"
          />
          <span>
            {t.roles[role]}
            <span className="block text-meta text-muted">{t.roleLines[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
