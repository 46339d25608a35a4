import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { Arg, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { previewedDeadline } from '../../domain/mandate.js'
import { InvitationStore } from '../../memberships/invitation.store.js'
import { Clock } from '../../platform/clock/clock.js'
import { DateTimeScalar } from '../../platform/graphql/common.types.js'
import { NetworkSecurity } from '../network-security.types.js'
import { isOwnTwoFactorMissing } from '../own-two-factor.js'
import { CoverageService } from './coverage.service.js'
import { CoverageHistoryStore } from './coverage.store.js'
import { CoveragePoint, MandatePreview, TwoFactorCoverage } from './coverage.types.js'

const DAY = 86_400_000
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
