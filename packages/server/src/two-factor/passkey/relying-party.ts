import { isIP } from 'node:net'
import { InjectionToken, inject } from '@needle-di/core'
import { Environment } from '../../environment.js'

/** Whom passkeys are made for, and whom alone they answer (WebAuthn 4, "Relying Party Identifier"). */
export interface RelyingParty {
  id: string
  /** What the product is called; browsers and password managers show it. */
  name: string
  origin: string
}

export const RelyingParty = new InjectionToken<RelyingParty | null>('RelyingParty', {
  factory: () => {
    const { publicUrl, productName } = inject(Environment)
    return relyingPartyOf(publicUrl, productName)
  },
})

/** Null where browsers make no passkeys: at an IP address, or without https anywhere but on this machine. */
export function relyingPartyOf(publicUrl: string, name: string): RelyingParty | null {
  const { protocol, hostname, origin } = new URL(publicUrl)
  const isAddress = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0
  const isThisMachine = hostname === 'localhost' || hostname.endsWith('.localhost')
  return isAddress || (protocol !== 'https:' && !isThisMachine) ? null : { id: hostname, name, origin }
}
