import type { ComponentProps } from 'react'
import { FormDialog } from './form-dialog'

type Props = Omit<ComponentProps<typeof FormDialog>, 'kind' | 'children'> & {
  /** What will be lost, before it is. */
  consequence: string
  /** What else ends with it. */
  alsoLost?: string | undefined
}

/** The user is about to lose something: says what, and focuses the way back first. */
export function LossDialog({ consequence, alsoLost, ...dialog }: Props) {
  return (
    <FormDialog {...dialog} kind="danger">
      <p>{consequence}</p>
      {alsoLost ? <p>{alsoLost}</p> : null}
    </FormDialog>
  )
}
