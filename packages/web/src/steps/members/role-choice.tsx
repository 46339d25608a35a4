import { type Role, roles } from '@twinlock/shared/vocabulary'
import { useTexts } from '../../texts/use-texts'
import { RadioList } from '../../ui/radio-list'
import { useOpenedNetwork } from '../opened-network'

type Props = { label: string; chosen: Role; onChoose: (role: Role) => void }

/** The roles that one may give, each with what it is for. */
export function RoleChoice({ label, chosen, onChoose }: Props) {
  const t = useTexts('networks')
  const { membership } = useOpenedNetwork()
  // The least privileged role comes first, so that a hasty choice grants little.
  const given = roles.filter((role) => role !== 'OWNER' || membership.role === 'OWNER').reverse()
  const options = given.map((role) => ({ value: role, label: t.roles[role], line: t.roleLines[role] }))
  return <RadioList name="role" label={label} value={chosen} options={options} onChange={onChoose} />
}
