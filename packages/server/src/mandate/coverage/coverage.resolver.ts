import { inject } from '@needle-di/core'
import { DAY } from '@twinlock/shared/durations'
import { limits } from '@twinlock/shared/limits'
import { Arg, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql'
import { previewedDeadline } from '../../domain/mandate.js'
import type { Coverage } from '../../domain/protection.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { NetworkSecurity } from '../network-security.types.js'
import { isOwnTwoFactorMissing } from '../own-two-factor.js'
import { CoverageService } from './coverage.service.js'
import { CoverageHistoryStore } from './coverage.store.js'

@ObjectType({
  description: 'total = withTwoFactor + sso + without. Methods overlap: each counts every member who has it.',
})
export class TwoFactorCoverage extends GraphqlObject implements Omit<Coverage, 'guestsWithout'> {
  @Field(() => Int, { description: 'All members, guests too.' })
  total!: number
  @Field(() => Int, { description: 'Have two-factor authentication by a method the network accepts.' })
  withTwoFactor!: number
  @Field(() => Int, { description: 'Have an authenticator app.' })
  authenticatorApp!: number
  @Field(() => Int, { description: 'Have SMS.' })
  sms!: number
  @Field(() => Int, { description: 'Have a passkey.' })
  passkey!: number
  @Field(() => Int, { description: "Sign in through the network's identity provider, which performs the second step." })
  sso!: number
  @Field(() => Int, { description: 'Not yet.' })
  without!: number
}

@ObjectType({ description: 'What activating now would do: who would be mailed, who would be signed out.' })
export class MandatePreview extends GraphqlObject {
  @Field(() => Int, { description: 'Every member is notified by email.' })
  mailed!: number
  @Field(() => Int, { description: 'Have to set it up before the deadline.' })
  withoutTwoFactor!: number
  @Field(() => Int, { description: 'The number of guests among them.' })
  guestsWithout!: number
  @Field(() => Int, { description: "Sign in through the network's identity provider, which performs the second step." })
  companySignIn!: number
  @Field(() => Int, { description: 'Invited people who set it up when they first enter; counted up to 10,000.' })
  pendingInvitations!: number
  @Field(() => DateTimeScalar, { description: 'When the time to set up would end.' })
  deadline!: Date
  @Field(() => Boolean, { description: 'The viewer has to set it up first.' })
  isOwnTwoFactorMissing!: boolean
}

@ObjectType({ description: 'How many were protected at a moment.' })
export class CoveragePoint extends GraphqlObject {
  @Field(() => DateTimeScalar, { description: 'When it was counted.' })
  at!: Date
  @Field(() => Int, { description: 'All members.' })
  total!: number
  @Field(() => Int, { description: 'Had two-factor authentication.' })
  withTwoFactor!: number
  @Field(() => Int, { description: 'Members who sign in through the identity provider.' })
  sso!: number
  @Field(() => Int, { description: 'Had neither.' })
  without!: number
}

const POINTS = 24 * 31

@Resolver(() => NetworkSecurity)
export class CoverageResolver {
  constructor(
    private readonly coverages = inject(CoverageService),
    private readonly history = inject(CoverageHistoryStore),
    private readonly invitations = inject(InvitationStore),
    private readonly clock = inject(Clock),
  ) {}

  @FieldResolver(() => TwoFactorCoverage, { description: 'How many members are protected, and how.' })
  async coverage(@Root() { open }: NetworkSecurity): Promise<TwoFactorCoverage> {
    const { guestsWithout: _, ...coverage } = await this.coverages.of(open.network)
    return TwoFactorCoverage.of(coverage)
  }

  @FieldResolver(() => MandatePreview, {
    description: 'What activating now would do: who would be mailed, who would be signed out.',
  })
  async preview(
    @Root() { open }: NetworkSecurity,
    @Arg('graceHours', () => Int, { defaultValue: limits.graceHours.default, description: '1..720' })
    graceHours: number,
    @Arg('deadline', () => DateTimeScalar, {
      nullable: true,
      description: 'When the time ends; used instead of `graceHours`.',
    })
    deadline: Date | null,
  ): Promise<MandatePreview> {
    const now = this.clock.now()
    const [{ total, without, guestsWithout, sso }, pendingInvitations] = await Promise.all([
      this.coverages.of(open.network),
      this.invitations.countOpen(open.network._id, now),
    ])
    return MandatePreview.of({
      mailed: total,
      withoutTwoFactor: without,
      guestsWithout,
      companySignIn: sso,
      pendingInvitations,
      deadline: previewedDeadline({ graceHours, deadline }, now),
      isOwnTwoFactorMissing: isOwnTwoFactorMissing(open, now),
    })
  }

  @FieldResolver(() => [CoveragePoint], {
    description: 'How coverage came to be what it is: at most one point an hour, of the last days, oldest first.',
  })
  async coverageHistory(
    @Root() { open }: NetworkSecurity,
    @Arg('days', () => Int, { defaultValue: 31, description: '1..31' }) days: number,
  ): Promise<CoveragePoint[]> {
    const from = new Date(this.clock.now().getTime() - Math.min(31, Math.max(1, days)) * DAY)
    const points = await this.history.since(open.network._id, from, POINTS)
    return points.map(({ at, total, withTwoFactor, sso, without }) =>
      CoveragePoint.of({ at, total, withTwoFactor, sso, without }),
    )
  }
}
