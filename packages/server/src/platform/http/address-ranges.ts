import ipaddr from 'ipaddr.js'

/** @param ranges addresses and CIDRs, each valid */
export function isAddressWithin(address: string, ranges: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return ranges.some((range) => {
    const [base, bits] = range.includes('/') ? ipaddr.parseCIDR(range) : [ipaddr.process(range), null]
    if (base.kind() !== parsed.kind()) return false
    return parsed.match(base, bits ?? (parsed.kind() === 'ipv4' ? 32 : 128))
  })
}

export function isAddressRange(text: string): boolean {
  return text.includes('/') ? ipaddr.isValidCIDR(text) : ipaddr.isValid(text)
}
