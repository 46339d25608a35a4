import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql'
import { AccessService, type OpenNetwork, type OpenToPerson } from '../../access/access.service.js'
import { deadlineAfter, graceOrUsual, graceProblem } from '../../domain/mandate.js'
import type { EarlierSetting, SettingChange } from '../../domain/setting-change.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { Clock } from '../../platform/clock/clock.js'
import { zoneOrUtc } from '../../platform/clock/time-zone.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { CoverageService } from '../coverage/coverage.service.js'
import { NetworkSecurity } from '../network-security.types.js'
import { SettingsService } from './settings.service.js'
import {
  EarlierPasskeySignIn,
  EarlierSessionLimit,
  EarlierTrustedDeviceDays,
  SecuritySettingChanged,
  SecuritySettingResult,
  SettingPreview,
} from './settings.types.js'

const GRACE = 'Hours until a stricter setting takes effect: 1..720.'
const ZONE = 'IANA time zone of the Admin, in which the emails state the deadline beside UTC.'

/** The settings of a network that decide about access: a stricter one is previewed, announced, and given a deadline. */
@Resolver(() => NetworkSecurity)
export class AccessSettingsResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly settings = inject(SettingsService),
    private readonly coverage = inject(CoverageService),
    private readonly clock = inject(Clock),
  ) {}

  @FieldResolver(() => Int, { description: 'For how many days a browser may skip the second step; 0: never.' })
  trustedDeviceDays(@Root() { open }: NetworkSecurity): number {
    return open.network.trustedDeviceDays
  }

  @FieldResolver(() => EarlierTrustedDeviceDays, {
    nullable: true,
    description: 'The number of days that still counts after the last change; null when `trustedDeviceDays` counts.',
  })
  earlierTrustedDeviceDays(@Root() { open }: NetworkSecurity): EarlierTrustedDeviceDays | null {
    const earlier = this.#pending(open.network.earlierTrustedDeviceDays)
    return earlier && EarlierTrustedDeviceDays.of({ days: earlier.value, until: earlier.until })
  }

  @FieldResolver(() => SettingPreview, { description: 'What another number of days for trusted devices would do.' })
  async previewTrustedDeviceDays(
    @Root() { open }: NetworkSecurity,
    @Arg('days', () => Int, { description: '0..30' }) days: number,
    @Arg('graceHours', () => Int, { defaultValue: limits.graceHours.default, description: GRACE }) graceHours: number,
  ): Promise<SettingPreview> {
    return this.#preview(open, graceHours, (hours) => this.settings.previewTrustedDeviceDays(open, days, hours))
  }

  @Mutation(() => SecuritySettingResult, {
    description:
      'Sets for how many days a browser may skip the second step. 0: every sign-in asks for it. While two-factor ' +
      'authentication is mandatory, fewer days count from a deadline on, and every member is notified by email. ' +
      'Admins only. Needs fresh evidence.',
  })
  async setTrustedDeviceDays(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('days', () => Int, { description: '0..30' }) days: number,
    @Arg('graceHours', () => Int, { defaultValue: limits.graceHours.default, description: GRACE }) graceHours: number,
    @Arg('timeZone', () => String, { nullable: true, description: ZONE }) timeZone: string | null,
    @Ctx() context: RequestContext,
  ): Promise<typeof SecuritySettingResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    if (days < 0 || days > limits.trustedDeviceDays)
      return InvalidInput.because({ days: `Choose 0 to ${limits.trustedDeviceDays} days.` })
    const problem = noticeProblem(this.settings.previewTrustedDeviceDays(open, days, graceHours), graceHours, 'days')
    if (problem) return InvalidInput.because(problem)
    await context.requireFreshSession(open.network)
    const notice = { graceHours, timeZone: zoneOrUtc(timeZone) }
    const network = await this.settings.setTrustedDeviceDays(open, days, notice, context.origin)
    return settingAnswer(open, network)
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'For how many hours a sign-in counts in this network; null: as long as the session.',
  })
  sessionHours(@Root() { open }: NetworkSecurity): number | null {
    return open.network.sessionLimit?.hours ?? null
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'After how many hours without a request a sign-in no longer counts here; null: as for the session.',
  })
  sessionIdleHours(@Root() { open }: NetworkSecurity): number | null {
    return open.network.sessionLimit?.idleHours ?? null
  }

  @FieldResolver(() => EarlierSessionLimit, {
    nullable: true,
    description: 'The limit that still counts after the last change; null when `sessionHours` counts.',
  })
  earlierSessionLimit(@Root() { open }: NetworkSecurity): EarlierSessionLimit | null {
    const earlier = this.#pending(open.network.earlierSessionLimit)
    if (!earlier) return null
    const { hours = null, idleHours = null } = earlier.value ?? {}
    return EarlierSessionLimit.of({ hours, idleHours, until: earlier.until })
  }

  @FieldResolver(() => SettingPreview, { description: 'What another limit of sign-ins would do.' })
  async previewSessionLimit(
    @Root() { open }: NetworkSecurity,
    @Arg('hours', () => Int, { nullable: true, description: '1..336' }) hours: number | null,
    @Arg('idleHours', () => Int, { nullable: true, description: '1..72' }) idleHours: number | null,
    @Arg('graceHours', () => Int, { defaultValue: limits.graceHours.default, description: GRACE }) graceHours: number,
  ): Promise<SettingPreview> {
    const limit = hours && idleHours ? { hours, idleHours } : null
    return this.#preview(open, graceHours, (grace) => this.settings.previewSessionLimit(open, limit, grace))
  }

  @Mutation(() => SecuritySettingResult, {
    description:
      'Sets for how long a sign-in counts in this network. A member whose sign-in is older, or was unused for longer, is ' +
      'answered REAUTHENTICATION_REQUIRED (or SSO_REQUIRED). Both null: as long as the session. While two-factor ' +
      'authentication is mandatory, a shorter time counts from a deadline on, and every member is notified by email. ' +
      'Admins only. Needs fresh evidence.',
  })
  async setSessionLimit(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('hours', () => Int, { nullable: true, description: '1..336' }) hours: number | null,
    @Arg('idleHours', () => Int, { nullable: true, description: '1..72, and no more than `hours`.' })
    idleHours: number | null,
    @Arg('graceHours', () => Int, { defaultValue: limits.graceHours.default, description: GRACE }) graceHours: number,
    @Arg('timeZone', () => String, { nullable: true, description: ZONE }) timeZone: string | null,
    @Ctx() context: RequestContext,
  ): Promise<typeof SecuritySettingResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    const problems = problemsOfSessionLimit(hours, idleHours)
    if (Object.keys(problems).length > 0) return InvalidInput.because(problems)
    const limit = hours && idleHours ? { hours, idleHours } : null
    const problem = noticeProblem(this.settings.previewSessionLimit(open, limit, graceHours), graceHours, 'hours')
    if (problem) return InvalidInput.because(problem)
    await context.requireFreshSession(open.network)
    const notice = { graceHours, timeZone: zoneOrUtc(timeZone) }
    const network = await this.settings.setSessionLimit(open, limit, notice, context.origin)
    return settingAnswer(open, network)
  }

  @FieldResolver(() => Boolean, { description: 'Whether a passkey alone opens this network.' })
  allowsPasskeySignIn(@Root() { open }: NetworkSecurity): boolean {
    return !open.network.refusesPasskeySignIn
  }

  @FieldResolver(() => EarlierPasskeySignIn, {
    nullable: true,
    description: 'What still counts after the last change; null when `allowsPasskeySignIn` counts.',
  })
  earlierPasskeySignIn(@Root() { open }: NetworkSecurity): EarlierPasskeySignIn | null {
    const earlier = this.#pending(open.network.earlierPasskeySignIn)
    return earlier && EarlierPasskeySignIn.of({ isAllowed: earlier.value, until: earlier.until })
  }

  @FieldResolver(() => SettingPreview, { description: 'What allowing passkeys alone, or refusing them, would do.' })
  async previewPasskeySignIn(
    @Root() { open }: NetworkSecurity,
    @Arg('isAllowed', () => Boolean, { description: 'Whether a passkey alone opens the network.' }) isAllowed: boolean,
    @Arg('graceHours', () => Int, { defaultValue: limits.graceHours.default, description: GRACE }) graceHours: number,
  ): Promise<SettingPreview> {
    return this.#preview(open, graceHours, (hours) => this.settings.previewPasskeySignIn(open, isAllowed, hours))
  }

  @Mutation(() => SecuritySettingResult, {
    description:
      'Whether a passkey alone opens this network. Where it does not, a member who signed in with one is also asked ' +
      'for the password, by REAUTHENTICATION_REQUIRED. While two-factor authentication is mandatory, a refusal counts ' +
      'from a deadline on, and every member is notified by email. Admins only. Needs fresh evidence.',
  })
  async setPasskeySignIn(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('isAllowed', () => Boolean, { description: 'Whether it is allowed.' }) isAllowed: boolean,
    @Arg('graceHours', () => Int, { defaultValue: limits.graceHours.default, description: GRACE }) graceHours: number,
    @Arg('timeZone', () => String, { nullable: true, description: ZONE }) timeZone: string | null,
    @Ctx() context: RequestContext,
  ): Promise<typeof SecuritySettingResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    const change = this.settings.previewPasskeySignIn(open, isAllowed, graceHours)
    const problem = noticeProblem(change, graceHours, 'isAllowed')
    if (problem) return InvalidInput.because(problem)
    await context.requireFreshSession(open.network)
    const notice = { graceHours, timeZone: zoneOrUtc(timeZone) }
    const network = await this.settings.setPasskeySignIn(open, isAllowed, notice, context.origin)
    return settingAnswer(open, network)
  }

  async #preview(
    { network }: OpenNetwork,
    graceHours: number,
    changeOf: (graceHours: number) => SettingChange<unknown>,
  ): Promise<SettingPreview> {
    const hours = graceOrUsual(graceHours)
    const { total } = await this.coverage.of(network)
    const isNoticeNeeded = changeOf(hours).kind === 'with-notice'
    const deadline = deadlineAfter(this.clock.now(), hours)
    return SettingPreview.of({ isNoticeNeeded, mailed: isNoticeNeeded ? total : 0, deadline })
  }

  /** The earlier value while it still counts. */
  #pending<T>(earlier: EarlierSetting<T> | null | undefined): EarlierSetting<T> | null {
    return earlier && this.clock.now() < earlier.until ? earlier : null
  }
}

/** @param network after the change; null when another Admin's came first */
function settingAnswer(open: OpenToPerson, network: NetworkDocument | null): typeof SecuritySettingResult {
  return network
    ? SecuritySettingChanged.of({ security: new NetworkSecurity({ ...open, network }) })
    : InvalidInput.overtaken()
}

/** An unused deadline is not validated. @returns each invalid field with its message */
function noticeProblem(
  change: SettingChange<unknown>,
  graceHours: number,
  field: string,
): Record<string, string> | null {
  if (change.kind === 'under-way')
    return { [field]: 'A change is under way already. Wait until it counts, or take it back.' }
  const problem = change.kind === 'with-notice' ? graceProblem(graceHours) : null
  return problem ? { graceHours: problem } : null
}

/** @returns each field that needs another value, with what it needs */
function problemsOfSessionLimit(hours: number | null, idleHours: number | null): Record<string, string> {
  if (hours === null && idleHours === null) return {}
  const { networkSessionHours, networkIdleHours } = limits
  const problems: Record<string, string> = {}
  if (!isWithin(hours, networkSessionHours.min, networkSessionHours.max))
    problems.hours = `Choose ${networkSessionHours.min} to ${networkSessionHours.max} hours.`
  if (!isWithin(idleHours, networkIdleHours.min, Math.min(networkIdleHours.max, hours ?? networkIdleHours.max)))
    problems.idleHours = `Choose ${networkIdleHours.min} to ${networkIdleHours.max} hours, and no more than in all.`
  return problems
}

function isWithin(value: number | null, min: number, max: number): boolean {
  return value !== null && value >= min && value <= max
}
