import { useState } from 'react'
import type { Trouble } from '../api/trouble'
import { Dialog } from '../ui/dialog'
import { DialogFoot } from './dialog-foot'

type Props = {
  title: string
  /** What will be lost, before it is. */
  consequence: string
  button: string
  keep: string
  /** @returns why it was refused, in words. */
  act: () => Promise<string | undefined>
  isBusy: boolean
  trouble: Trouble | null
  onClose: () => void
}

/** Somebody is about to lose something: says what, and starts at the way back. */
export function LossDialog({ title, consequence, button, keep, act, isBusy, trouble, onClose }: Props) {
  const [problem, setProblem] = useState<string>()
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="space-y-4">
        <p>{consequence}</p>
        <DialogFoot
          cancel={keep}
          onCancel={onClose}
          act={button}
          onAct={() => void act().then(setProblem)}
          kind="danger"
          isBusy={isBusy}
          trouble={trouble}
          problem={problem}
        />
      </div>
    </Dialog>
  )
}
