import { isAdminRole } from '@twinlock/shared/vocabulary'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../../texts/use-texts'
import type { MenuItem } from '../../ui/menu'
import { useOpenedNetwork } from '../opened-network'
import { ChangeRoleDialog, EndSessionsDialog, type ManagedMember, RemoveDialog, TransferDialog } from './member-dialogs'

const dialogs = {
  change: ChangeRoleDialog,
  signOut: EndSessionsDialog,
  transfer: TransferDialog,
  remove: RemoveDialog,
} as const
type Act = keyof typeof dialogs

/**
 * What the viewer may do with a membership, and the dialog of what was chosen: an ADMIN does nothing to an OWNER, and
 * of themselves Admins change the role alone.
 */
export function useManagement(onClose?: () => void): {
  itemsFor: (person: ManagedMember) => MenuItem[]
  dialog: ReactNode
} {
  const t = useTexts('networks').people
  const { membership } = useOpenedNetwork()
  const [doing, setDoing] = useState<{ act: Act; person: ManagedMember } | null>(null)
  const itemsFor = (person: ManagedMember) => {
    const mayManage = membership.role === 'OWNER' || (isAdminRole(membership.role) && person.role !== 'OWNER')
    if (!mayManage) return []
    const mayTransfer = membership.role === 'OWNER' && person.role !== 'OWNER' && person.role !== 'GUEST'
    const acts: Act[] = person.isViewer
      ? ['change']
      : ['change', 'signOut', ...(mayTransfer ? ['transfer' as const] : []), 'remove']
    return acts.map((act) => ({ label: t[act], isLoss: act === 'remove', onSelect: () => setDoing({ act, person }) }))
  }
  const Dialog = doing && dialogs[doing.act]
  const close = () => {
    setDoing(null)
    onClose?.()
  }
  return { itemsFor, dialog: Dialog ? <Dialog person={doing.person} onClose={close} /> : null }
}
