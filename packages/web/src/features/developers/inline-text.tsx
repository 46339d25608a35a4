import { Fragment } from 'react'
import type { Inline } from './guide-blocks'

export function InlineText({ inlines }: { inlines: readonly Inline[] }) {
  return inlines.map((inline, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the page is what it is, and never changes
    <Fragment key={place}>
      <One inline={inline} />
    </Fragment>
  ))
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
