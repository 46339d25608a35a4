import { inject } from '@needle-di/core'
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { AccessService } from '../../access/access.service.js'
import { zoneOrUtc } from '../../platform/clock/time-zone.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { NetworkSecurity } from '../network-security.types.js'
import { type ActivationRefusal, ActivationService } from './activation.service.js'
import {
  ActivateMandatoryTwoFactorInput,
  ActivateMandatoryTwoFactorResult,
  DeactivateMandatoryTwoFactorResult,
  MandateActivated,
  MandateDeactivated,
  OwnTwoFactorRequired,
  PlanUpgradeRequired,
} from './activation.types.js'

@Resolver()
export class ActivationResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly activations = inject(ActivationService),
  ) {}

  @Mutation(() => ActivateMandatoryTwoFactorResult, {
    description:
      'Makes two-factor authentication mandatory for all members. Admins only. Checks in this order: access, role, already active (returns the existing mandate and mails nobody), graceHours or deadline, plan, own 2FA, fresh evidence.',
  })
  async activateMandatoryTwoFactor(
    @Arg('input', () => ActivateMandatoryTwoFactorInput) input: ActivateMandatoryTwoFactorInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ActivateMandatoryTwoFactorResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), input.networkId)
    const time = { graceHours: input.graceHours, deadline: input.deadline ?? null }
    const refusal = this.activations.refusalOf(open, time)
    if (refusal?.kind === 'active-already')
      return MandateActivated.of({ security: new NetworkSecurity(open), notified: 0 })
    if (refusal) return answerTo(refusal)
    await context.requireFreshSession(open.network)
    const timeZone = zoneOrUtc(input.timeZone)
    const { network, notified } = await this.activations.activate(open, time, timeZone, context.origin)
    return MandateActivated.of({ security: new NetworkSecurity({ ...open, network }), notified })
  }

  @Mutation(() => DeactivateMandatoryTwoFactorResult, {
    description: 'Admins only. Needs fresh evidence. Every member is notified by email; their methods stay set up.',
  })
  async deactivateMandatoryTwoFactor(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof DeactivateMandatoryTwoFactorResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    if (!open.network.mandate) return MandateDeactivated.of({ security: new NetworkSecurity(open) })
    await context.requireFreshSession(open.network)
    const network = await this.activations.deactivate(open, context.origin)
    return MandateDeactivated.of({ security: new NetworkSecurity({ ...open, network }) })
  }
}

function answerTo(refusal: Exclude<ActivationRefusal, { kind: 'active-already' }>) {
  switch (refusal.kind) {
    case 'time':
      return InvalidInput.because({ [refusal.field]: refusal.problem })
    case 'plan':
      return PlanUpgradeRequired.of({
        message: 'Requiring two-factor authentication for everyone is part of the PRO plan.',
        currentPlan: refusal.plan,
        requiredPlan: 'PRO',
      })
    case 'own-two-factor':
      return OwnTwoFactorRequired.of({ message: 'Set up two-factor authentication for yourself first.' })
  }
}
