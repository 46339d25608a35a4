import { inject } from '@needle-di/core'
import { Environment } from '../environment.js'

/** Our addresses that a provider is configured with. */
export class SsoAddresses {
  readonly publicUrl: string

  constructor(environment: Pick<Environment, 'publicUrl'> = inject(Environment)) {
    this.publicUrl = environment.publicUrl
  }

  /** One for each network: an answer that was meant for another's provider does not fit (mix-up, RFC 9700 4.4.2). */
  callback(slug: string): string {
    return `${this.publicUrl}/sso/callback/${slug}`
  }

  get backChannelLogout(): string {
    return `${this.publicUrl}/sso/back-channel-logout`
  }

  get afterSignOut(): string {
    return `${this.publicUrl}/sign-in`
  }
}
