import type { ReactNode } from 'react'
import type { Trouble } from '../api/trouble'
import { TroubleCallout } from '../api/trouble-callout'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'

type Props = {
  cancel: string
  onCancel: () => void
  /** What the other button says. */
  act: string
  /** What it does; without, it sends the form that it stands in. */
  onAct?: () => void
  kind?: 'primary' | 'danger'
  /** At work, or not yet to be pressed. */
  isBusy: boolean
  trouble: Trouble | null
  /** Why it was refused, in words, where no field could say so. */
  problem?: string | undefined
  /** What stands between the two buttons. */
  children?: ReactNode
}

/** How a dialog ends: what went wrong, the way back, and what it is there for. */
export function DialogFoot(props: Props) {
  const { cancel, onCancel, act, onAct, kind = 'primary', isBusy, trouble, problem, children } = props
  return (
    <>
      {problem ? (
        <Callout tone="danger" isUrgent>
          {problem}
        </Callout>
      ) : null}
      <TroubleCallout trouble={trouble} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button onClick={onCancel}>{cancel}</Button>
        {children}
        <Button type={onAct ? 'button' : 'submit'} kind={kind} isInert={isBusy} onClick={onAct}>
          {act}
        </Button>
      </div>
    </>
  )
}
