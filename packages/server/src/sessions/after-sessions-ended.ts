import { InjectionToken } from '@needle-di/core'

/** What follows once sessions of an account have ended, or of every account (null). Apps are on a higher floor. */
export type AfterSessionsEnded = (accountId: string | null) => Promise<void>
export const AfterSessionsEnded = new InjectionToken<AfterSessionsEnded>('AfterSessionsEnded')
