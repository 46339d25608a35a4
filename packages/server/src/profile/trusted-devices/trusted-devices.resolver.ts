import { inject } from '@needle-di/core'
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { deviceExpiresAt } from '../../domain/trusted-devices.js'
import { JoinedNetworksService, trustedDeviceDaysOf } from '../../memberships/joined-networks.service.js'
import { notFound } from '../../platform/errors/interruption.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { TrustedDeviceService } from '../../sessions/trusted-device.service.js'
import { TrustedDevice, Viewer } from '../../sessions/viewer.types.js'

@Resolver(() => Viewer)
export class TrustedDevicesResolver {
  constructor(
    private readonly joinedNetworks = inject(JoinedNetworksService),
    private readonly devices = inject(TrustedDeviceService),
  ) {}

  @FieldResolver(() => [TrustedDevice], {
    description: 'The browsers that skip the second step, where the networks allow it.',
  })
  async trustedDevices(@Root() { caller }: Viewer, @Ctx() context: RequestContext): Promise<TrustedDevice[]> {
    const days = trustedDeviceDaysOf(
      await context.memoize('joinedNetworks', () => this.joinedNetworks.of(caller.account)),
    )
    const devices = await this.devices.ofAccount(caller.account, days)
    return devices.map(({ publicId, origin, createdAt }) =>
      TrustedDevice.of({ id: publicId, device: origin.device, createdAt, expiresAt: deviceExpiresAt(createdAt, days) }),
    )
  }

  @Mutation(() => Viewer, { description: 'That browser no longer skips the second step.' })
  async forgetTrustedDevice(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<Viewer> {
    const caller = await context.requireSession()
    if (!(await this.devices.forget(caller.account, id))) throw notFound('There is no such device on your account.')
    return new Viewer(caller)
  }
}
