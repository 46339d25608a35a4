import { limits } from './limits.js'

/**
 * The key of an address: trimmed, NFKC, lower case, the domain as its A-label (UTS 46). Two spellings with one key are
 * one mailbox: `x@müller.example` and `x@xn--mller-kva.example`.
 * @returns null when it is no address that a mail could be sent to.
 */
export function emailKeyOf(text: string): string | null {
  if (text.length > LONGEST_TYPED) return null
  const [, local = '', domain = ''] = /^([^@]*)@([^@]*)$/.exec(normalized(text)) ?? []
  const host = domainKeyOf(domain)
  const key = `${local}@${host}`
  if (!LOCAL_PART.test(local) || host === null) return null
  return octetsOf(local) <= limits.email.maxLocalOctets && octetsOf(key) <= limits.email.maxLength ? key : null
}

/**
 * A domain that mail can be sent to, as its A-label. `URL` has the same table of UTS 46 in browsers and servers; what it
 * would read as anything but a name (an IPv4 address, a port, an escape) never reaches it.
 */
export function domainKeyOf(text: string): string | null {
  if (text.length > limits.email.maxLength || !/^[\p{L}\p{N}\p{M}.\u3002\p{Join_Control}-]+$/u.test(text)) return null
  const host = URL.parse(`http://${text}`)?.hostname ?? ''
  return HOST.test(host) ? host : null
}

/** What is typed may be longer than its key, by spaces around it and characters that NFKC unites; not by far. */
const LONGEST_TYPED = 4 * limits.email.maxLength

const encoder = new TextEncoder()
const octetsOf = (text: string): number => encoder.encode(text).length

/** Lower case may take NFKC apart again, so that it comes last too. */
const normalized = (text: string): string => text.trim().normalize('NFKC').toLowerCase().normalize('NFKC')

// What stands before the @ in the common form: no display name, group, comment, quoted part, space or control character
// (RFC 5321 allows more than any mail system uses; what is left out is what header injection is made of). A mark stands
// behind what it marks: Devanagari and Thai are written with them.
const ATOM = String.raw`(?!\p{M})[\p{L}\p{N}\p{M}!#$%&'*+/=?^_${'`'}{|}~-]+`
const LOCAL_PART = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*$`, 'u')

/** Labels of letters, digits and inner hyphens, at most 63 characters each; the last one is no number. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

/** `ada@acme.com` → `a•••@acme.com`: enough to recognise one's own, too little to learn another's. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0] ?? ''}•••${email.slice(at)}`
}

/**
 * Everything in a pasted text that is meant as an address: of a list, a spreadsheet or a mail's recipients
 * (`Ada <ada@acme.com>; bob@acme.com`). Each once, as it is written; whether it is one is for `emailKeyOf` to say.
 */
export function addressesIn(text: string): string[] {
  const found = text.match(/[^\s,;|<>()[\]"]+@[^\s,;|<>()[\]"]+/g) ?? []
  const written = new Map<string, string>()
  for (const raw of found) {
    const address = raw.replace(/^(?:mailto:|'|\uFEFF)+|[.':]+$/gi, '')
    const key = emailKeyOf(address) ?? address
    if (!written.has(key)) written.set(key, address)
  }
  return [...written.values()]
}

/**
 * What stands in a pasted list where an address should, and is none. A name beside an address is meant to be there: in
 * the row of a spreadsheet, before its `<ada@acme.com>`, or in the line of titles above.
 */
export function entriesWithoutAddress(text: string): string[] {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  const found = lines.flatMap((line, place) => {
    const cells = line.split(line.includes('<') ? ';' : /[,;|\t]/).map((cell) => cell.trim())
    const count = line.split('@').length - 1
    if (count === 0) return place === 0 && lines.length > 1 && cells.length > 1 ? [] : [line.trim()]
    if (count === 1 && lines.length > 1) return []
    return cells.flatMap((cell) => (cell.split('@').length > 2 && !cell.includes('<') ? cell.split(/\s+/) : [cell]))
  })
  return [...new Set(found.filter((entry) => entry !== '' && !entry.includes('@')))]
}
