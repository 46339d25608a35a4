import type { MessageTexts } from '@twinlock/shared/locales/messages.en'
import type { MailTemplateName, MessageProps } from './message-props.types.js'

/** A part of a mail. The same parts make its HTML and its plain text, so the two cannot say different things. */
export type LetterPart =
  /** Six digits to type; always the first part, so that no other six digits come before it. */
  | { kind: 'code'; code: string }
  /** An aside is said in a muted voice. */
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

/** What every mail may use besides its props. */
export interface LetterContext {
  texts: MessageTexts
  /** An absolute address in the web app; `path` begins with a slash. */
  url(path: string): string
  /** The host people know the web app by, with its port if it has one. */
  host: string
}

export type MailTemplate<T extends MailTemplateName> = (props: MessageProps[T], context: LetterContext) => Letter
