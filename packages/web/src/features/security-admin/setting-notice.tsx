import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { GraceChoice } from './grace-choice'
import { UntilLine } from './until-line'

type Props = {
  preview: { isNoticeNeeded: boolean; mailed: number; deadline: string } | undefined
  graceHours: number
  onChange: (hours: number) => void
}

/** A setting that asks for more goes the way of the requirement itself: from when on, and how many are told. */
export function SettingNotice({ preview, graceHours, onChange }: Props) {
  const texts = useTexts('security')
  const moments = useMoments()
  if (!preview?.isNoticeNeeded) return null
  return (
    <>
      <GraceChoice label={texts.planner.grace} hours={graceHours} onChange={onChange} />
      <UntilLine until={preview.deadline} />
      <p role="status">{texts.settings.notice({ count: preview.mailed, moment: moments.full(preview.deadline) })}</p>
    </>
  )
}
