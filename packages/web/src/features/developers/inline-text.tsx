import type { Inline } from './guide-blocks'
import { InOrder } from './in-order'

export function InlineText({ inlines }: { inlines: readonly Inline[] }) {
  return <InOrder parts={inlines}>{(inline) => <One inline={inline} />}</InOrder>
}

function One({ inline }: { inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text
    case 'code':
      return <code className="rounded-sm bg-wash px-1 font-mono text-meta wrap-anywhere">{inline.text}</code>
    case 'strong':
      return (
        <strong>
          <InlineText inlines={inline.inlines} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <InlineText inlines={inline.inlines} />
        </em>
      )
    case 'link':
      return (
        <a className="link" href={inline.href}>
          <InlineText inlines={inline.inlines} />
        </a>
      )
  }
}
