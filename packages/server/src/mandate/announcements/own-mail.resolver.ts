import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { AccessService } from '../../access/access.service.js'
import { zoneOrUtc } from '../../platform/clock/time-zone.js'
import { DateTimeScalar, EmailAddressScalar } from '../../platform/graphql/common.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { OwnMailService } from './own-mail.service.js'

@Resolver()
export class OwnMailResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly ownMails = inject(OwnMailService),
  ) {}

  @Mutation(() => EmailAddressScalar, {
    description:
      'Admins only. Sends the mail of an activation, as those without 2FA would get it now, to the Admin alone.',
  })
  async sendMandateMailToMe(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('graceHours', () => Int, { defaultValue: limits.graceHours.default, description: '1..720' })
    graceHours: number,
    @Arg('deadline', () => DateTimeScalar, {
      nullable: true,
      description: 'When the time ends; used instead of `graceHours`.',
    })
    deadline: Date | null,
    @Arg('timeZone', () => String, { nullable: true, description: 'IANA time zone of the Admin.' })
    timeZone: string | null,
    @Ctx() context: RequestContext,
  ): Promise<string> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    return this.ownMails.send(open, { graceHours, deadline }, zoneOrUtc(timeZone))
  }
}
