import type { MessageTexts, NetworkNoticeText } from '@twinlock/shared/locales/messages.en'
import type { Letter, LetterContext } from '../letter.types.js'
import type { NetworkNoticeProps } from '../message-props.types.js'
import { momentInUtc } from '../moment.js'
import { originFacts } from '../origin-facts.js'
import { printableName } from '../printable.js'

/** A moment stands ready to print; every other text was chosen by somebody, and is made safe to print. */
type Printable<P> = { [K in keyof P]: P[K] extends Date ? string : P[K] }

/** To the Admins of a network, about what happened there: what, when, from where, and where to look. */
export function networkNoticeMail<P extends NetworkNoticeProps>(
  textOf: (admins: MessageTexts['admins'], props: Printable<Omit<P, 'at' | 'origin'>>) => NetworkNoticeText,
  page: 'integrations' | 'security' = 'integrations',
) {
  return (props: P, context: LetterContext): Letter => {
    const { admins, layout } = context.texts
    const text = textOf(admins, printable(props))
    const facts = props.origin
      ? originFacts(props.origin, context, props.at)
      : { kind: 'facts' as const, facts: [{ label: layout.when, value: momentInUtc(props.at) }] }
    const label = page === 'integrations' ? admins.openIntegrations : admins.openSecurity
    const url = context.url(`/networks/${props.slug}/${page}`)
    return {
      subject: text.subject,
      title: text.subject,
      parts: [
        { kind: 'text', text: text.what },
        facts,
        { kind: 'text', text: text.next, link: { label, url } },
        { kind: 'aside', text: admins.why(printableName(props.networkName)) },
      ],
    }
  }
}

function printable<P extends NetworkNoticeProps>({ at: _, origin: __, ...rest }: P) {
  const entries = Object.entries(rest).map(([key, value]) => [key, printed(value)])
  return Object.fromEntries(entries) as Printable<Omit<P, 'at' | 'origin'>>
}

function printed(value: unknown): unknown {
  if (value instanceof Date) return momentInUtc(value)
  if (Array.isArray(value)) return value.map(printed)
  return typeof value === 'string' ? printableName(value) : value
}
