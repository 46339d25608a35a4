import type { MessageTexts } from '@twinlock/shared/message-catalogs'
import type { SecondStepMethod } from '@twinlock/shared/vocabulary'
import type { Letter, LetterContext, MailTemplate } from './letter.types.js'
import { originPart } from './letter-parts.js'
import type { NetworkNoticeProps, NoticeProps } from './message-props.types.js'
import { printableLine, printableName } from './printable.js'

type Texts = MessageTexts['mail']

/** What happened to an account, as its owner reads it. */
interface Notice {
  subject: string
  what: string
  /** What follows from it, when something does. */
  next?: string
  /** What to do if it was someone else; a new password in most cases. */
  ifNotYou?: string
}

/** What happened in a network, as its admins read it. */
interface NetworkNotice {
  subject: string
  what: string
  /** What to do, before the link to where it is done. */
  next: string
}

/**
 * To the owner of an account, about a change to it: what, when, from where, and what to do if it was someone else.
 * Every notice has this one shape, so that people learn to read it.
 */
export function noticeMail<P extends NoticeProps>(textOf: (texts: Texts, props: P) => Notice) {
  return (props: P, context: LetterContext): Letter => {
    const { notice } = context.texts
    const text = textOf(context.texts, props)
    return {
      subject: text.subject,
      title: text.subject,
      parts: [
        { kind: 'text', text: text.next ? `${text.what} ${text.next}` : text.what },
        originPart(props.origin, context, props.at),
        {
          kind: 'text',
          text: text.ifNotYou ?? notice.newPassword,
          link: { label: notice.choosePassword, url: context.url('/forgot-password') },
        },
        { kind: 'aside', text: notice.ifYou },
      ],
    }
  }
}

/** The same with a moment in it: when something will happen. */
export function datedNotice<P extends NoticeProps>(
  textOf: (notice: Texts['notice']) => {
    subject: string
    what: (values: { until: string }) => string
    ifNotYou: string
  },
  momentOf: (props: P) => Date,
) {
  return (props: P, context: LetterContext): Letter => {
    const text = textOf(context.texts.notice)
    const what = text.what({ until: context.moments.own(momentOf(props)) })
    return noticeMail<P>(() => ({ ...text, what }))(props, context)
  }
}

/** The same about one method of the account. */
export function methodNotice<P extends NoticeProps & { method: SecondStepMethod }>(
  textOf: (notice: Texts['notice']) => Omit<Notice, 'what'> & { what: (values: { method: string }) => string },
) {
  return noticeMail<P>(({ notice, methods }, { method }) => {
    const text = textOf(notice)
    return { ...text, what: text.what({ method: methods[method] }) }
  })
}

/** What a notice may name: a moment is ready to print, and every name that a person chose is safe to print. */
type Printable<P> = { [K in keyof P]: P[K] extends Date ? string : P[K] } & { actor: string; network: string }

/** To the admins of a network, about a change there: what, when, from where, and where to look. */
export function networkNoticeMail<P extends NetworkNoticeProps>(
  textOf: (admins: Texts['admins'], props: Printable<Omit<P, 'at' | 'origin'>>) => NetworkNotice,
  page: 'integrations' | 'security' = 'integrations',
) {
  return (props: P, context: LetterContext): Letter => {
    const { admins, layout } = context.texts
    const values = printable(props, context)
    const text = textOf(admins, values)
    const when = { kind: 'facts' as const, facts: [{ label: layout.when, value: context.moments.own(props.at) }] }
    const label = page === 'integrations' ? admins.openIntegrations : admins.openSecurity
    const url = context.url(`/networks/${props.slug}/${page}`)
    return {
      subject: text.subject,
      title: text.subject,
      parts: [
        { kind: 'text', text: text.what },
        props.origin ? originPart(props.origin, context, props.at) : when,
        { kind: 'text', text: text.next, link: { label, url } },
        { kind: 'aside', text: admins.why({ network: values.network }) },
      ],
    }
  }
}

function printable<P extends NetworkNoticeProps>({ at: _, origin: __, ...rest }: P, context: LetterContext) {
  const print = (value: unknown): unknown => {
    if (value instanceof Date) return context.moments.own(value)
    if (Array.isArray(value)) return value.map(print)
    return typeof value === 'string' ? printableName(value) : value
  }
  const values = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, print(value)]))
  // What no person did, the server did.
  const actor = values.actorName ?? context.product
  return { ...values, actor, network: values.networkName } as Printable<Omit<P, 'at' | 'origin'>>
}

/** To the operator, in English as the log is: what happened, and what to do. */
export const operatorAlarmMail: MailTemplate<'operator-alarm'> = ({ subject, lines, at }) => ({
  subject,
  title: subject,
  parts: [
    ...lines.map((text) => ({ kind: 'text' as const, text: printableLine(text) })),
    { kind: 'aside', text: at.toISOString() },
  ],
})
