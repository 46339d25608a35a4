import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'

/** A domain as it stands in the DNS: ASCII, lower case, without the dot at its end; null when it is none. */
export function domainNameOf(text: string): string | null {
  const name = domainToASCII(text.trim().toLowerCase().replace(/\.$/, ''))
  if (name.length > 253 || isIP(name)) return null
  const labels = name.split('.')
  const isWritten = labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
  return isWritten && labels.length > 1 && !/^\d+$/.test(labels.at(-1) ?? '') ? name : null
}
