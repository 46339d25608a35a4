import type { ReactNode } from 'react'
import type { Failure } from '../api/failure'
import { FailureCallout } from '../api/failure-callout'
import { useTexts } from '../texts/use-texts'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog } from '../ui/dialog'
import { type FieldProblems, Form } from '../ui/form'

type Props = {
  title: string
  onClose: () => void
  isWide?: boolean
  /** What the confirming button says: the act, in about three words. */
  submitLabel: string
  /** What was typed, by the name of each control. */
  onSubmit: (values: Record<string, string>) => unknown
  /** What the other button says, where "Cancel" would not say what stays. */
  cancelLabel?: string
  kind?: 'primary' | 'danger'
  /** At work, or not yet to be pressed. */
  isBusy: boolean
  failure: Failure | null
  /** Why it was refused, as the person reads it, where no field could say so. */
  problem?: string | undefined
  /** What is wrong with which control, by its name. */
  problems?: FieldProblems | null
  /** What else was refused. With each refusal the first control with an error takes the focus. */
  refusal?: unknown
  takesFocus?: boolean
  /** Beside the two buttons. */
  beside?: ReactNode
  children: ReactNode
}

/** What every dialog that does something is made of: what it is about, what went wrong, the way back, and the act. */
export function FormDialog(props: Props) {
  const {
    title,
    onClose,
    isWide = false,
    submitLabel,
    onSubmit,
    cancelLabel,
    kind = 'primary',
    isBusy,
    failure,
    problem,
  } = props
  const { problems = null, refusal = problems, takesFocus = false, beside, children } = props
  const t = useTexts('common').dialog
  return (
    <Dialog title={title} onClose={onClose} isWide={isWide}>
      <Form
        onSubmit={(values) => {
          if (!isBusy) onSubmit(values)
        }}
        problems={problems}
        refusal={refusal}
        takesFocus={takesFocus}
      >
        {children}
        <Callout tone="danger" isUrgent>
          {problem}
        </Callout>
        <FailureCallout failure={failure} />
        <div className="sticky -bottom-6 -mx-6 -mb-6 flex gap-3 border-t border-hair bg-surface px-6 py-4 max-[30rem]:flex-col-reverse min-[30rem]:items-center min-[30rem]:justify-end">
          {beside ? <div className="min-[30rem]:me-auto">{beside}</div> : null}
          <Button className="min-[24rem]:whitespace-nowrap" onClick={onClose}>
            {cancelLabel ?? t.cancel}
          </Button>
          <Button className="min-[24rem]:whitespace-nowrap" type="submit" kind={kind} isInert={isBusy}>
            {submitLabel}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
