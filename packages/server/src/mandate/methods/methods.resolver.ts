import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { FactorMethod } from '@twinlock/shared/vocabulary'
import {
  Arg,
  Ctx,
  createUnionType,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql'
import { AccessService } from '../../access/access.service.js'
import { graceOrUsual } from '../../domain/mandate.js'
import { Clock } from '../../platform/clock/clock.js'
import { zoneOrUtc } from '../../platform/clock/time-zone.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { FactorMethodEnum } from '../../platform/graphql/enums.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { OwnTwoFactorRequired } from '../activation/activation.types.js'
import { NetworkSecurity } from '../network-security.types.js'
import { hasOneOf, MethodsService } from './methods.service.js'

@ObjectType({ description: 'What was accepted before the last change, and until when it counts too.' })
export class EarlierMethods extends GraphqlObject {
  @Field(() => [FactorMethodEnum], { description: 'The methods.' })
  methods!: FactorMethod[]
  @Field(() => DateTimeScalar, { description: 'From then on they no longer count.' })
  until!: Date
}

@ObjectType({ description: 'What accepting these methods only would do.' })
export class AllowedMethodsPreview extends GraphqlObject {
  @Field(() => Int, {
    description: 'Have two-factor authentication now and would need another method; they are mailed.',
  })
  affected!: number
  @Field(() => Int, { description: 'The number of guests among them.' })
  guestsAffected!: number
  @Field(() => DateTimeScalar, { description: 'Until when they would have time.' })
  deadline!: Date
  @Field(() => Boolean, { description: 'Something is barred while it is mandatory: it takes effect at the deadline.' })
  isNoticeNeeded!: boolean
  @Field(() => Boolean, { description: 'The viewer has none of these methods.' })
  isOwnMethodMissing!: boolean
}

@InputType({ description: 'Which methods a network accepts.' })
export class ChangeAllowedMethodsInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => [FactorMethodEnum], { description: 'At least one.' })
  methods!: FactorMethod[]
  @Field(() => Int, {
    defaultValue: limits.graceHours.default,
    description: '1..720: how long what is barred still counts.',
  })
  graceHours!: number
  @Field(() => String, { nullable: true, description: 'The IANA time zone of the Admin, for dates in the emails.' })
  timeZone?: string | null
}

@ObjectType({ description: 'The accepted methods were changed.' })
export class AllowedMethodsChanged extends GraphqlObject {
  @Field(() => NetworkSecurity, { description: "The network's security as it is now." })
  security!: NetworkSecurity
}

export const ChangeAllowedMethodsResult = createUnionType({
  name: 'ChangeAllowedMethodsResult',
  description: 'What became of changing the accepted methods.',
  types: () => [AllowedMethodsChanged, OwnTwoFactorRequired, InvalidInput] as const,
})

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
    if (outcome.kind === 'overtaken') return InvalidInput.overtaken()
    return AllowedMethodsChanged.of({ security: new NetworkSecurity({ ...open, network: outcome.network }) })
  }
}
