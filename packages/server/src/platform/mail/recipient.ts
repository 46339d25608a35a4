/**
 * One plain address and nothing else: no display name, list, group, comment, quoted part or line break (RFC 5322 knows
 * them all, and each is a way to a second recipient or a header of one's own). Longer than RFC 5321 allows is refused.
 */
export function isPlainAddress(address: string): boolean {
  return address.length <= 254 && plainAddress.test(address)
}

const plainAddress = /^[^\s\p{C}@,;:<>()[\]\\"]{1,64}@[^\s\p{C}@,;:<>()[\]\\"]+$/u
