import { Field, ID, ObjectType } from 'type-graphql'
import type { OpenToPerson } from '../access/access.service.js'
import type { SsoAddresses } from './sso-addresses.js'

@ObjectType({ description: "A network's company sign-in, for its Admins." })
export class NetworkSso {
  /** @param open entered as an Admin */
  constructor(
    readonly open: OpenToPerson,
    private readonly addresses: SsoAddresses,
  ) {}

  @Field(() => ID, { description: "The network's id." })
  get id(): string {
    return this.open.network._id
  }

  @Field(() => String, { description: 'Where the provider sends people back to: its redirect URI.' })
  get callbackUrl(): string {
    return this.addresses.callback(this.open.network.slug)
  }

  @Field(() => String, {
    description: 'Where the provider reports that a user signed out: the back-channel logout URI.',
  })
  get backChannelLogoutUrl(): string {
    return this.addresses.backChannelLogout
  }

  @Field(() => String, {
    description: 'Where the provider may send people after they signed out: post-logout redirect URI.',
  })
  get afterSignOutUrl(): string {
    return this.addresses.afterSignOut
  }
}
