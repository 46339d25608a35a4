import { limits } from '@twinlock/shared/limits'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import type { AccessService } from '../../access/access.service.js'
import { deadlineAfter, isGraceHours } from '../../domain/mandate.js'
import { outgoing } from '../../notifications/outgoing.js'
import type { Outbox } from '../../outbox/outbox.service.js'
import type { Clock } from '../../platform/clock/clock.js'
import { EmailAddressScalar } from '../../platform/graphql/scalars.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { zoneOrUtc } from '../time-zone.js'

/** A look at the mail before a thousand people get it: to the Admin alone, at most one a minute. */
@Resolver()
export class OwnMailResolver {
  constructor(
    private readonly access: AccessService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => EmailAddressScalar, {
    description:
      'Admins only. Sends the mail of an activation, as those without 2FA would get it now, to the Admin alone.',
  })
  async sendMandateMailToMe(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('graceHours', () => Int, { defaultValue: limits.graceHours.default, description: '1..720' })
    graceHours: number,
    @Arg('timeZone', () => String, { nullable: true, description: 'IANA time zone of the Admin.' })
    timeZone: string | null,
    @Ctx() context: RequestContext,
  ): Promise<string> {
    const { network, caller } = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    const now = this.clock.now()
    const hours = isGraceHours(graceHours) ? graceHours : limits.graceHours.default
    const props = {
      networkName: network.name,
      actorName: caller.account.name,
      helpContact: network.helpContact,
      deadline: network.mandate?.deadline ?? deadlineAfter(now, hours),
      timeZone: zoneOrUtc(timeZone),
    }
    const id = `sample:${networkId}:${caller.account._id}:${now.toISOString().slice(0, 16)}`
    await this.outbox.put([outgoing('mandate-activated-to-do', { id, to: caller.account.email, props })])
    return caller.account.email
  }
}
