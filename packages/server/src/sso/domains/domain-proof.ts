import type { SsoDomain } from '../../networks/network.model.js'

/** Where the TXT record stands, and what it says. */
export function recordOf({ name, token }: Pick<SsoDomain, 'name' | 'token'>): { name: string; value: string } {
  return { name: `_twinlock.${name}`, value: `twinlock-domain=${token}` }
}
