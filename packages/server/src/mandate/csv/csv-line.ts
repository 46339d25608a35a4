/**
 * One line of CSV (RFC 4180). A value that a spreadsheet would take for a formula is led by an apostrophe: names and
 * reasons are written by strangers (OWASP, CSV injection).
 */
export function csvLine(values: readonly (string | null)[]): string {
  return `${values.map((value) => field(value ?? '')).join(',')}\r\n`
}

function field(value: string): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
