import { useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useTexts } from '../../texts/use-texts'
import { Callout } from '../../ui/callout'
import { EmptyState } from '../../ui/empty-state'
import { HelpFooter } from '../../ui/help-footer'
import { PageHeading } from '../../ui/page-heading'
import { Skeleton } from '../../ui/skeleton'
import { Wordmark } from '../../ui/wordmark'
import type { CapturedMessage } from './captured-message'
import { MessageItem } from './message-item'
import { MessageView } from './message-view'
import { useInbox } from './use-inbox'

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
