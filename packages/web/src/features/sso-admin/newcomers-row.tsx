import { useState } from 'react'
import { useAct } from '../../api/use-act'
import type { Role } from '../../generated/graphql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { Row } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { Select } from '../../ui/select'
import { toast } from '../../ui/toast'
import { SET_JUST_IN_TIME_ROLE } from './sso-documents'

type NewRole = 'MEMBER' | 'ADMIN'
const asNewRole = (role: Role | null): NewRole | null => (role === 'MEMBER' || role === 'ADMIN' ? role : null)

/** Whether a person whom the provider vouches for joins without an invitation. */
export function NewcomersRow({ role }: { role: Role | null }) {
  const texts = useTexts('ssoAdmin')
  const t = texts.newcomers
  const current = asNewRole(role)
  return (
    <Row
      title={t.title}
      action={
        <DialogButton
          aria-label={`${texts.change}: ${t.title}`}
          dialog={(close) => <NewcomersDialog current={current} onClose={close} />}
        >
          {texts.change}
        </DialogButton>
      }
    >
      {current ? t.on({ role: t.rolesInSentence[current] }) : t.off}
    </Row>
  )
}

function NewcomersDialog({ current, onClose }: { current: NewRole | null; onClose: () => void }) {
  const texts = useTexts('ssoAdmin')
  const t = texts.newcomers
  const { id } = useOpenedNetwork()
  const { run, ...act } = useAct(SET_JUST_IN_TIME_ROLE)
  const [role, setRole] = useState<string>(current ?? '')
  const set = async (to: NewRole | null) => (await run({ networkId: id, role: to }))?.__typename === 'SsoChanged'
  const save = async () => {
    if (!(await set(role === '' ? null : (role as NewRole)))) return
    toast(texts.saved, () => set(current))
    onClose()
  }
  return (
    <FormDialog {...act} title={t.title} onClose={onClose} act={texts.save} onAct={() => void save()}>
      <Select
        label={t.field}
        value={role}
        options={[
          { value: '', label: t.nobody },
          { value: 'MEMBER', label: t.roles.MEMBER },
          { value: 'ADMIN', label: t.roles.ADMIN },
        ]}
        onChange={setRole}
      />
    </FormDialog>
  )
}
