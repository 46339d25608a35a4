import { inject } from '@needle-di/core'
import { Environment } from '../environment.js'

/** The addresses of ours that a provider is told of. */
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
