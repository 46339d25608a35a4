import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { limits } from '@twinlock/shared/limits'
import type { NetworkDocument, SsoDomain } from './network.model.js'

/** Whether its record was found, and has not been gone for too long: a domain may change hands. */
export function isProved({ provedAt, missingSince }: SsoDomain, now: Date): boolean {
  return provedAt !== null && (!missingSince || now.getTime() < missingSince.getTime() + limits.domainMissing)
}

/** Names of the domains that are the network's own. */
export function provedDomainsOf({ ssoDomains }: NetworkDocument, now: Date): string[] {
  return ssoDomains.filter((domain) => isProved(domain, now)).map(({ name }) => name)
}

/** Whether an address of this domain is the network's own; a subdomain is another domain. */
export function ownsDomain({ ssoDomains }: NetworkDocument, domain: string, now: Date): boolean {
  const name = domainNameOf(domain)
  return ssoDomains.some((claimed) => claimed.name === name && isProved(claimed, now))
}

/** Whether this network has proved the domain of an account's address. */
export function ownsAddress(network: NetworkDocument, emailKey: string, now: Date): boolean {
  return ownsDomain(network, emailKey.slice(emailKey.lastIndexOf('@') + 1), now)
}

/** A domain as it stands in the DNS: ASCII, lower case, without the dot at its end; null when it is none. */
export function domainNameOf(text: string): string | null {
  const name = domainToASCII(text.trim().toLowerCase().replace(/\.$/, ''))
  if (name.length > 253 || isIP(name)) return null
  const labels = name.split('.')
  const isWritten = labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label))
  return isWritten && labels.length > 1 && !/^\d+$/.test(labels.at(-1) ?? '') ? name : null
}
