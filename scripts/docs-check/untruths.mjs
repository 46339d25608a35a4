export const untruths = []

export function untrue({ file }, what) {
  untruths.push(`${file}: ${what}`)
}
