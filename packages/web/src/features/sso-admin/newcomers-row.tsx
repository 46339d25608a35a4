import { useState } from 'react'
import type { Role } from '../../generated/graphql'
import { FormDialog } from '../../steps/form-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { Row } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { Select } from '../../ui/select'
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
  const { change, ...dialog } = useChange(SET_JUST_IN_TIME_ROLE, { onClose, done: 'SsoChanged' })
  const [chosen, setChosen] = useState<string>(current ?? '')
  const role = (chosen || null) as NewRole | null
  const save = () => change({ networkId: id, role }, texts.saved, { networkId: id, role: current })
  return (
    <FormDialog {...dialog} title={t.title} submitLabel={texts.save} onSubmit={save}>
      <Select
        label={t.field}
        value={chosen}
        options={[
          { value: '', label: t.nobody },
          { value: 'MEMBER', label: t.roles.MEMBER },
          { value: 'ADMIN', label: t.roles.ADMIN },
        ]}
        onChange={setChosen}
      />
    </FormDialog>
  )
}
