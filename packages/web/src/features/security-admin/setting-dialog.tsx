import type { ComponentProps, ReactNode } from 'react'
import { FormDialog } from '../../steps/form-dialog'
import { useTexts } from '../../texts/use-texts'
import { Select } from '../../ui/select'

type Props = Pick<ComponentProps<typeof FormDialog>, 'title' | 'onClose' | 'isBusy' | 'failure' | 'problem'> & {
  /** What it means. */
  line?: string
  /** Above the choices. */
  label: string
  value: string
  options: ComponentProps<typeof Select>['options']
  onChoose: (value: string) => void
  onSave: () => void
  /** What follows from what is chosen; until that is known, `isBusy`: nobody confirms what they have not been shown. */
  children?: ReactNode
}

/** One setting of a network that has a few choices. */
export function SettingDialog({ line, label, value, options, onChoose, onSave, children, ...dialog }: Props) {
  const t = useTexts('security').settings
  return (
    <FormDialog {...dialog} act={t.save} onAct={onSave} cancel={t.cancel}>
      {line ? <p className="text-muted">{line}</p> : null}
      <Select label={label} value={value} options={options} onChange={onChoose} />
      {children}
    </FormDialog>
  )
}
