import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

/** How a table is ordered by one of its columns. */
type Sort = { isActive: boolean; direction: 'ascending' | 'descending'; onSort: () => void }

export type Column<Row> = {
  key: string
  title: string
  cell: (row: Row) => ReactNode
  /** The cells speak for themselves: the title is for screen readers. */
  isTitleHidden?: boolean
  /** Stands in the header in place of the title. */
  header?: ReactNode
  sort?: Sort
  /** Takes the width that the others leave; what is too long for it ends in an ellipsis. */
  isFlexible?: boolean
  /** The cells are sentences, which may take several lines. */
  isProse?: boolean
  /** Below this width of the window the column is left out; it says nothing that is found nowhere else. */
  from?: 'lg' | 'xl'
  /** On a phone: before the first line, the first line itself, its end, part of the line below; otherwise a line with its title. */
  phone?: 'start' | 'lead' | 'end' | 'inline' | 'below' | 'hidden'
}

type Props<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  isChosen?: (row: Row) => boolean
}

const PHONE = {
  start: 'max-md:empty:hidden',
  lead: 'max-md:order-1 max-md:min-w-0 max-md:flex-1 max-md:basis-[calc(100%-7rem)]',
  end: 'max-md:order-2',
  inline: 'max-md:order-3',
  below: 'max-md:order-3 max-md:basis-full',
  hidden: 'max-md:hidden',
  // On a card, a title without anything beside it says nothing.
  titled:
    'max-md:order-4 max-md:flex max-md:min-w-0 max-md:basis-full max-md:gap-4 max-md:has-[>:last-child:empty]:hidden',
} as const
const FROM = { lg: 'md:max-lg:hidden', xl: 'md:max-xl:hidden' } as const

/** One line a row under a header that stays; on phones, cards. */
export function Table<Row>({ caption, columns, rows, keyOf, isChosen }: Props<Row>) {
  return (
    <table className="w-full border-collapse text-start max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="sticky top-0 z-[1] bg-paper max-md:sr-only">
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              aria-sort={column.sort?.isActive ? column.sort.direction : undefined}
              className={classNames(
                'h-10 border-b border-line px-3 text-start text-meta font-medium whitespace-nowrap text-muted',
                column.isFlexible && 'w-full min-[100rem]:w-2/5',
                column.from && FROM[column.from],
              )}
            >
              <Header column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            className={classNames(
              'border-b border-hair max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:py-2.5 md:hover:bg-wash',
              // The first line ends here, however short the next cell is.
              'max-md:after:order-2 max-md:after:basis-full max-md:after:content-[""]',
              isChosen?.(row) && 'bg-accent-soft',
            )}
          >
            {columns.map((column) => (
              <td
                key={column.key}
                className={classNames(
                  'md:h-13 md:px-3',
                  column.isProse ? 'align-top md:py-2' : 'md:py-1 md:whitespace-nowrap',
                  column.isFlexible && 'md:max-w-0',
                  column.from && FROM[column.from],
                  PHONE[column.phone ?? 'titled'],
                )}
              >
                {column.phone ? null : (
                  <span className="w-28 shrink-0 text-meta text-muted md:hidden" aria-hidden="true">
                    {column.title}
                  </span>
                )}
                {column.phone ? (
                  column.cell(row)
                ) : (
                  <span className="block min-w-0 max-md:wrap-anywhere">{column.cell(row)}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Header<Row>({ column: { title, header, isTitleHidden, sort } }: { column: Column<Row> }) {
  if (header) return header
  if (sort)
    return (
      <button
        type="button"
        onClick={sort.onSort}
        className="-mx-2 inline-flex min-h-9 items-center gap-1 rounded-control px-2 hover:bg-wash hover:text-ink"
      >
        {title}
        <Icon
          name={sort.isActive ? 'chevron' : 'sort'}
          className={classNames('size-4', sort.isActive && sort.direction === 'ascending' && 'rotate-180')}
        />
      </button>
    )
  return isTitleHidden ? <span className="sr-only">{title}</span> : title
}
