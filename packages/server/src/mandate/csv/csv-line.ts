/** Without it Excel reads UTF-8 as the code page of its country, and every name with an accent is mangled. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * Where a spreadsheet may begin a cell: at the start, after a line break, and after whatever separates cells in its
 * country or in the settings of the person who opens the file. Quotes do not help: Excel honours them only at the start of what
 * it takes for a cell.
 */
const FORMULA = /(^|[,;|\t\r\n])(?=(?:[^\S\t\r\n]|["'])*[=+\-@\uff1d\uff0b\uff0d\uff20])/g

/** The first line of a file: the titles, behind a byte order mark. */
export function csvHead(titles: readonly string[]): string {
  return BYTE_ORDER_MARK + csvLine(titles)
}

/**
 * One line of CSV (RFC 4180). An apostrophe leads whatever a spreadsheet would take for a formula: names and reasons are
 * written by strangers (OWASP, CSV injection).
 */
export function csvLine(values: readonly (string | null)[]): string {
  return `${values.map((value) => field(value ?? '')).join(',')}\r\n`
}

function field(value: string): string {
  const safe = value.replace(/^(?=[\t\r])/, "'").replace(FORMULA, "$1'")
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
