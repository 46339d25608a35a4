import type { ReactNode } from 'react'

export type Column<Row> = { key: string; title: string; cell: (row: Row) => ReactNode }

type Props<Row> = {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** Rows with hairlines under a header that stays; cards with their titles where it is narrow. */
export function Table<Row>({ caption, columns, rows, keyOf }: Props<Row>) {
  return (
    <table className="w-full border-collapse text-start">
      <caption className="sr-only">{caption}</caption>
      <thead className="sticky top-0 bg-paper max-md:sr-only">
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className="border-b border-line px-3 py-2 text-start text-meta text-muted">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className="border-b border-hair max-md:block max-md:py-3">
            {columns.map((column) => (
              // On a card, a title without anything beside it says nothing.
              <td
                key={column.key}
                className="h-13 px-3 py-1 max-md:flex max-md:h-auto max-md:gap-4 max-md:has-[>:last-child:empty]:hidden"
              >
                <span className="w-28 shrink-0 text-meta text-muted md:hidden" aria-hidden="true">
                  {column.title}
                </span>
                <span className="block min-w-0 max-md:wrap-anywhere">{column.cell(row)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
