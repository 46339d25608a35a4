import { promises as dns } from 'node:dns'
import { InjectionToken } from '@needle-di/core'
import type { SsoDomain } from '../../networks/network.model.js'

/** Every TXT record of a name, each as its character-strings. */
export type ResolveTxt = (name: string) => Promise<string[][]>
export const ResolveTxt = new InjectionToken<ResolveTxt>('ResolveTxt', { factory: () => resolveTxtByDns })

/** `.example` is nobody's (RFC 2606): the DNS says nothing of it, and takes no domain back from the demo. */
export const resolveTxtByDns: ResolveTxt = async (name) => {
  if (name.endsWith('.example')) throw new Error('Names below .example are reserved by RFC 2606')
  return dns.resolveTxt(name)
}

export type TxtVerdict =
  | 'found'
  /** The DNS says that it is not there. */
  | 'missing'
  /** The DNS says nothing: neither proves nor takes back. */
  | 'unknown'

export async function findTxtRecord(resolve: ResolveTxt, name: string, value: string): Promise<TxtVerdict> {
  try {
    const records = await resolve(name)
    return records.some((pieces) => pieces.join('').trim() === value) ? 'found' : 'missing'
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return ['ENOTFOUND', 'ENODATA'].includes(code) ? 'missing' : 'unknown'
  }
}

/** Where the TXT record stands, and what it says. */
export function recordOf({ name, token }: Pick<SsoDomain, 'name' | 'token'>): { name: string; value: string } {
  return { name: `_twinlock.${name}`, value: `twinlock-domain=${token}` }
}
