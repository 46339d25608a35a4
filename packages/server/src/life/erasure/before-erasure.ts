import { InjectionToken } from '@needle-di/core'

/** Awaited before an account or a network is erased: notifies every other party while the data still exists. */
export type BeforeErasure = (whose: { accountId: string } | { networkId: string }) => Promise<void>
export const BeforeErasure = new InjectionToken<BeforeErasure>('BeforeErasure')
