import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { classNames } from '../../ui/class-names'
import { Icon } from '../../ui/icon'
import type { CapturedMessage } from './captured-message'

type Props = { message: CapturedMessage; isChosen: boolean; onChoose: () => void }

export function MessageItem({ message, isChosen, onChoose }: Props) {
  const t = useTexts('devInbox')
  const moments = useMoments()
  const isEmail = message.channel === 'email'
  return (
    <li>
      <button
        type="button"
        aria-pressed={isChosen}
        onClick={onChoose}
        className={classNames(
          'flex w-full items-start gap-3 border-s-4 p-3 text-start -outline-offset-2 hover:bg-wash',
          isChosen ? 'border-accent bg-accent-soft' : 'border-transparent',
        )}
      >
        <Icon name={isEmail ? 'mail' : 'message'} className="mt-0.5 text-muted" />
        <span className="min-w-0 flex-1">
          <span className="block truncate font-semibold">{isEmail ? message.subject : message.text}</span>
          <span className="block wrap-anywhere text-meta text-muted">{t.to({ address: message.to })}</span>
          <span className="block text-meta text-muted">
            {isEmail ? t.email : t.sms} · {moments.soon(message.sentAt)}
          </span>
        </span>
      </button>
    </li>
  )
}
