import { useTexts } from '../../texts/use-texts'
import { NoticePage } from '../../ui/notice-page'

export function NotFoundPage() {
  const t = useTexts('entry').notFound
  return <NoticePage title={t.title} text={t.line} button={t.home} to="/" />
}
