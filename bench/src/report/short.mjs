/** Three digits that count. */
export function short(number) {
  return number >= 100 ? Math.round(number).toLocaleString('en') : String(Number(number.toPrecision(3)))
}
