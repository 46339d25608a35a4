import { useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { classNames } from '../../ui/class-names'
import { EmptyState } from '../../ui/empty-state'
import { HelpFooter } from '../../ui/help-footer'
import { Icon } from '../../ui/icon'
import { PageHeading } from '../../ui/page-heading'
import { Skeleton } from '../../ui/skeleton'
import { Wordmark } from '../../ui/wordmark'
import { HtmlMail } from './html-mail'
import { type CapturedMessage, useInbox } from './use-inbox'

export function DevInboxPage() {
  const t = useTexts('devInbox')
  const inbox = useInbox()
  return (
    <div className="mx-auto flex min-h-dvh max-w-[70rem] flex-col px-4">
      <header className="py-2">
        <Wordmark />
      </header>
      <main className="flex-1 py-4">
        <PageHeading>{t.title}</PageHeading>
        <p className="mt-2 mb-6 max-w-2xl text-muted">{t.line}</p>
        {inbox === null ? <Skeleton /> : null}
        {inbox?.kind === 'off' ? <Callout>{t.off}</Callout> : null}
        {inbox?.kind === 'unreachable' ? <FailureCallout failure={{ kind: 'offline' }} /> : null}
        {inbox?.kind === 'open' ? <Messages messages={inbox.messages} /> : null}
      </main>
      <HelpFooter />
    </div>
  )
}

function Messages({ messages }: { messages: readonly CapturedMessage[] }) {
  const t = useTexts('devInbox')
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = messages.find(({ id }) => id === chosenId) ?? messages[0]
  if (!chosen) return <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
  return (
    <div className="gap-6 md:grid md:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <section aria-label={t.list}>
        <p role="status" className="mb-2 text-meta text-muted">
          {t.count({ count: messages.length })}
        </p>
        <ul className="max-h-[70vh] divide-y divide-hair overflow-y-auto rounded-card border border-hair bg-surface max-md:mb-6 max-md:max-h-80">
          {messages.map((message) => (
            <MessageItem
              key={message.id}
              message={message}
              isChosen={message === chosen}
              onChoose={() => setChosenId(message.id)}
            />
          ))}
        </ul>
      </section>
      <MessageView key={chosen.id} message={chosen} />
    </div>
  )
}

type Props = { message: CapturedMessage; isChosen: boolean; onChoose: () => void }

function MessageItem({ message, isChosen, onChoose }: Props) {
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

function MessageView({ message }: { message: CapturedMessage }) {
  const t = useTexts('devInbox')
  const [isText, setText] = useState(false)
  return (
    <section aria-label={t.frame} className="min-w-0">
      <div className="mb-2 flex min-h-11 flex-wrap items-center justify-between gap-2">
        <h2 className="min-w-0 font-semibold">{message.subject ?? t.sms}</h2>
        {message.html ? (
          <Button kind="quiet" className="text-meta" onClick={() => setText(!isText)}>
            {isText ? t.html : t.text}
          </Button>
        ) : null}
      </div>
      {message.html && !isText ? (
        <HtmlMail html={message.html} title={message.subject ?? t.frame} />
      ) : (
        <pre className="rounded-card border border-hair bg-surface p-4 font-mono text-meta break-words whitespace-pre-wrap">
          {message.text}
        </pre>
      )}
    </section>
  )
}
