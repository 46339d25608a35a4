import { useState } from 'react'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import type { CapturedMessage } from './captured-message'
import { HtmlMail } from './html-mail'

export function MessageView({ message }: { message: CapturedMessage }) {
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
