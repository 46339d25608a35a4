import { CodeSample } from '../../ui/code-sample'
import { PageHeading } from '../../ui/page-heading'
import { Table } from '../../ui/table'
import type { Block, Inline } from './guide-blocks'
import { InOrder } from './in-order'
import { InlineText } from './inline-text'

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
