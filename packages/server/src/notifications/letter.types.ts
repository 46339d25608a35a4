import type { Locale } from '@twinlock/shared/locales'
import type { MessageTexts } from '@twinlock/shared/message-catalogs'
import type { MailTemplateName, MessageProps } from './message-props.types.js'
import type { Moments } from './moment.js'

/** A part of an email. The same parts make its HTML and its plain text, so the two cannot differ. */
export type LetterPart =
  /** Six digits to type; always the first part, so that no other six digits come before it. */
  | { kind: 'code'; code: string }
  /** An aside is written in a muted color. */
  | { kind: 'text' | 'aside'; text: string; link?: LetterLink }
  | { kind: 'button'; link: LetterLink; isAddressShown: boolean }
  | { kind: 'facts'; facts: readonly LetterFact[] }

export interface LetterLink {
  label: string
  url: string
}

export interface LetterFact {
  label: string
  value: string
}

export interface Letter {
  subject: string
  title: string
  parts: readonly LetterPart[]
}

/** What every email may use in addition to its props. */
export interface LetterContext {
  locale: Locale
  texts: MessageTexts['mail']
  moments: Moments
  /** The name of this installation. */
  product: string
  /** The picture beside it: ours, or the operator's. */
  logo: { url: string; isOwn: boolean }
  /** An absolute address in the web app; `path` begins with a slash. */
  url(path: string): string
  /** The host people know the web app by, with its port if it has one. */
  host: string
}

export type MailTemplate<T extends MailTemplateName> = (props: MessageProps[T], context: LetterContext) => Letter
