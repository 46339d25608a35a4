import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { GraceChoice } from './grace-choice'

type Props = {
  preview: { isNoticeNeeded: boolean; mailed: number; deadline: string } | undefined
  graceHours: number
  onChange: (hours: number) => void
}

/** For a stricter setting: the length of its notice, and how many members get one. */
export function SettingNotice({ preview, graceHours, onChange }: Props) {
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
