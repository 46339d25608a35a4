import { Fragment, type ReactNode } from 'react'
import { CodeSample } from '../../ui/code-sample'
import { PageHeading } from '../../ui/page-heading'
import { Table } from '../../ui/table'
import type { Block, Inline } from './guide-blocks'

export function GuideBlock({ block, copyLabel }: { block: Block; copyLabel: string }) {
  switch (block.kind) {
    case 'heading':
      return <Heading {...block} />
    case 'paragraph':
      return (
        <p className="mt-3">
          <InlineText inlines={block.inlines} />
        </p>
      )
    case 'code':
      return (
        <div className="mt-3">
          <CodeSample code={block.code} copyLabel={copyLabel} />
        </div>
      )
    case 'list':
      return <List {...block} />
    case 'table':
      return <GuideTable {...block} />
  }
}

function Heading({ level, id, text }: Extract<Block, { kind: 'heading' }>) {
  if (level === 1) return <PageHeading>{text}</PageHeading>
  if (level === 2) {
    return (
      <h2 id={id} className="mt-10 text-section">
        {text}
      </h2>
    )
  }
  return (
    <h3 id={id} className="mt-6">
      {text}
    </h3>
  )
}

function List({ isOrdered, start, items }: Extract<Block, { kind: 'list' }>) {
  const rows = (
    <InOrder parts={items}>
      {(inlines) => (
        <li className="mt-1">
          <InlineText inlines={inlines} />
        </li>
      )}
    </InOrder>
  )
  return isOrdered ? (
    <ol start={start} className="mt-3 list-decimal ps-6">
      {rows}
    </ol>
  ) : (
    <ul className="mt-3 list-disc ps-6">{rows}</ul>
  )
}

function GuideTable({ caption, head, rows }: Extract<Block, { kind: 'table' }>) {
  return (
    <div className="mt-3">
      <Table<{ id: string; cells: Inline[][] }>
        caption={caption}
        rows={rows.map((cells, place) => ({ id: String(place), cells }))}
        keyOf={({ id }) => id}
        columns={head.map((title, column) => ({
          key: title,
          title,
          isProse: true,
          cell: ({ cells }) => <InlineText inlines={cells[column] ?? []} />,
        }))}
      />
    </div>
  )
}

function InlineText({ inlines }: { inlines: readonly Inline[] }) {
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

/** Parts of a page that was written down once: their place is what they are known by. */
export function InOrder<T>({ parts, children }: { parts: readonly T[]; children: (part: T) => ReactNode }) {
  return parts.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
    <Fragment key={place}>{children(part)}</Fragment>
  ))
}
