import { InjectionToken } from '@needle-di/core'

/** Awaited before an account or a network is erased: whoever else has to hear of it is told while it is known. */
export type BeforeErasure = (whose: { accountId: string } | { networkId: string }) => Promise<void>
export const BeforeErasure = new InjectionToken<BeforeErasure>('BeforeErasure')
