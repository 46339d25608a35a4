import type { MessageTexts, NoticeText } from '@twinlock/shared/locales/messages.en'
import type { Letter, LetterContext } from '../letter.types.js'
import type { NoticeProps } from '../message-props.types.js'
import { originFacts } from '../origin-facts.js'

/**
 * To the owner of an account, about something that happened to it: what, when, from where, and what to do if it was
 * somebody else. Every notice has this one shape, so that people learn to read it.
 */
export function noticeMail<P extends NoticeProps>(textOf: (notice: MessageTexts['notice'], props: P) => NoticeText) {
  return (props: P, context: LetterContext): Letter => {
    const { notice } = context.texts
    const text = textOf(notice, props)
    return {
      subject: text.subject,
      title: text.subject,
      parts: [
        { kind: 'text', text: text.next ? `${text.what} ${text.next}` : text.what },
        originFacts(props.origin, context, props.at),
        {
          kind: 'text',
          text: text.ifNotYou,
          link: { label: notice.newPassword, url: context.url('/forgot-password') },
        },
        { kind: 'aside', text: notice.ifYou },
      ],
    }
  }
}
