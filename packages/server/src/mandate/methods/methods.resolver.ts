import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql'
import { AccessService } from '../../access/access.service.js'
import { graceOrUsual } from '../../domain/mandate.js'
import { Clock } from '../../platform/clock/clock.js'
import { zoneOrUtc } from '../../platform/clock/time-zone.js'
import { FactorMethodEnum } from '../../platform/graphql/enums.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { OwnTwoFactorRequired } from '../activation/activation.types.js'
import { NetworkSecurity } from '../network-security.types.js'
import { hasOneOf, MethodsService } from './methods.service.js'
import {
  AllowedMethodsChanged,
  AllowedMethodsPreview,
  ChangeAllowedMethodsInput,
  ChangeAllowedMethodsResult,
  EarlierMethods,
} from './methods.types.js'

@Resolver(() => NetworkSecurity)
export class MethodsResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly methods = inject(MethodsService),
    private readonly clock = inject(Clock),
  ) {}

  @FieldResolver(() => [FactorMethodEnum], { description: 'The methods this network accepts.' })
  allowedMethods(@Root() { open }: NetworkSecurity): FactorMethod[] {
    return open.network.acceptedMethods
  }

  @FieldResolver(() => EarlierMethods, {
    nullable: true,
    description: 'The methods that still count for some time after the last change; null if there are none.',
  })
  earlierMethods(@Root() { open }: NetworkSecurity): EarlierMethods | null {
    const earlier = open.network.earlierMethods
    if (!earlier || this.clock.now() >= earlier.until) return null
    return EarlierMethods.of({ methods: earlier.accepted, until: earlier.until })
  }

  @FieldResolver(() => AllowedMethodsPreview, { description: 'What accepting these methods only would do.' })
  async previewAllowedMethods(
    @Root() { open }: NetworkSecurity,
    @Arg('methods', () => [FactorMethodEnum], { description: 'The new list.' }) methods: FactorMethod[],
    @Arg('graceHours', () => Int, { defaultValue: limits.graceHours.default, description: '1..720' })
    graceHours: number,
  ): Promise<AllowedMethodsPreview> {
    return AllowedMethodsPreview.of(await this.methods.preview(open, methods, graceOrUsual(graceHours)))
  }

  @Mutation(() => ChangeAllowedMethodsResult, {
    description:
      'Admins only. Needs fresh evidence. While 2FA is mandatory, a method that becomes barred still counts until its deadline; the members who use it are notified by email.',
  })
  async changeAllowedMethods(
    @Arg('input', () => ChangeAllowedMethodsInput) input: ChangeAllowedMethodsInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ChangeAllowedMethodsResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), input.networkId)
    const problems = this.methods.problemsOf(open.network, input.methods, input.graceHours)
    if (Object.keys(problems).length > 0) return InvalidInput.because(problems)
    // An Admin who removes a method must not lock themselves out; company sign-in needs no method.
    if (open.network.mandate && open.standing.kind !== 'exempt-sso' && !hasOneOf(open, input.methods))
      return OwnTwoFactorRequired.of({ message: 'Set up one of these methods for yourself first.' })
    await context.requireFreshSession(open.network)
    const zone = zoneOrUtc(input.timeZone)
    const outcome = await this.methods.change(open, input.methods, input.graceHours, zone, context.origin)
    if (outcome.kind === 'overtaken')
      return InvalidInput.because({
        methods: 'Another Admin changed the list a moment ago. Check it, then decide again.',
      })
    return AllowedMethodsChanged.of({ security: new NetworkSecurity({ ...open, network: outcome.network }) })
  }
}
