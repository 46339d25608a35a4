import type { ComponentProps, ReactNode } from 'react'
import { FormDialog } from '../../steps/form-dialog'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Select } from '../../ui/select'
import { GraceChoice } from './grace-choice'

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
    <FormDialog {...dialog} act={t.save} onAct={onSave}>
      {line ? <p className="text-muted">{line}</p> : null}
      <Select label={label} value={value} options={options} onChange={onChoose} />
      {children}
    </FormDialog>
  )
}

type NoticeProps = {
  preview: { isNoticeNeeded: boolean; mailed: number; deadline: string } | undefined
  graceHours: number
  onChange: (hours: number) => void
}

/** For a stricter setting: the length of its notice, and how many members get one. */
export function SettingNotice({ preview, graceHours, onChange }: NoticeProps) {
  const texts = useTexts('security')
  const moments = useMoments()
  if (!preview?.isNoticeNeeded) return null
  return (
    <>
      <GraceChoice label={texts.settings.noticeField} hours={graceHours} onChange={onChange} />
      <p role="status">{texts.settings.notice({ count: preview.mailed, moment: moments.full(preview.deadline) })}</p>
    </>
  )
}
