import type { NetworkDocument, SsoDomain } from '../../networks/network.model.js'
import { isProved } from '../../networks/proved-domain.js'
import { domainNameOf } from './domain-name.js'

/** Whether an address of this domain is the network's own; a subdomain is another domain. */
export function ownsDomain({ ssoDomains }: NetworkDocument, domain: string, now: Date): boolean {
  const name = domainNameOf(domain)
  return ssoDomains.some((claimed) => claimed.name === name && isProved(claimed, now))
}

/** Where the TXT record stands, and what it says. */
export function recordOf({ name, token }: Pick<SsoDomain, 'name' | 'token'>): { name: string; value: string } {
  return { name: `_twinlock.${name}`, value: `twinlock-domain=${token}` }
}
