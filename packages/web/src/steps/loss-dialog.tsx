import { useState } from 'react'
import type { Failure } from '../api/failure'
import { FormDialog } from './form-dialog'

type Props = {
  title: string
  /** What will be lost, before it is. */
  consequence: string
  /** What else ends with it. */
  alsoLost?: string | undefined
  button: string
  keep: string
  /** @returns a message that says why it was refused. */
  act: () => Promise<string | undefined>
  isBusy: boolean
  failure: Failure | null
  onClose: () => void
}

/** The user is about to lose something: says what, and focuses the way back first. */
export function LossDialog({ title, consequence, alsoLost, button, keep, act, isBusy, failure, onClose }: Props) {
  const [problem, setProblem] = useState<string>()
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      act={button}
      onAct={() => void act().then(setProblem)}
      cancel={keep}
      kind="danger"
      isBusy={isBusy}
      failure={failure}
      problem={problem}
    >
      <p>{consequence}</p>
      {alsoLost ? <p>{alsoLost}</p> : null}
    </FormDialog>
  )
}
