import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql'
import type { AccessService } from '../../access/access.service.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { NetworkSecurity } from '../network-security.types.js'
import type { SettingsService } from './settings.service.js'
import { SecuritySettingChanged, SecuritySettingResult } from './settings.types.js'

const HELP_CONTACT_LENGTH = 200

@Resolver(() => NetworkSecurity)
export class SettingsResolver {
  constructor(
    private readonly access: AccessService,
    private readonly settings: SettingsService,
  ) {}

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The help contact for members; it appears in every email.',
  })
  helpContact(@Root() { open }: NetworkSecurity): string | null {
    return open.network.helpContact
  }

  @FieldResolver(() => Int, { description: 'For how many days a browser may skip the second step; 0: never.' })
  trustedDeviceDays(@Root() { open }: NetworkSecurity): number {
    return open.network.trustedDeviceDays
  }

  @FieldResolver(() => Boolean, { description: 'Whether a passkey alone opens this network.' })
  allowsPasskeySignIn(@Root() { open }: NetworkSecurity): boolean {
    return !open.network.refusesPasskeySignIn
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

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'For how many days entries stay in the activity log; null: for good.',
  })
  logDays(@Root() { open }: NetworkSecurity): number | null {
    return open.network.logDays ?? null
  }

  @Mutation(() => SecuritySettingResult, {
    description:
      'Admins only. Needs fresh evidence. For how many days entries stay in the activity log; null: for good. ' +
      'Older entries are gone at once, and are deleted for good within a day.',
  })
  async setLogRetention(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('days', () => Int, { nullable: true, description: '30 to 3650; null: for good.' }) days: number | null,
    @Ctx() context: RequestContext,
  ): Promise<typeof SecuritySettingResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    const { min, max } = limits.logDays
    if (days !== null && (days < min || days > max))
      return InvalidInput.because({ days: `Choose between ${min} and ${max} days, or leave it empty.` })
    await context.requireFreshSession(open.network)
    const network = await this.settings.setLogDays(open, days, context.origin)
    return SecuritySettingChanged.of({ security: new NetworkSecurity({ ...open, network }) })
  }

  @Mutation(() => SecuritySettingResult, {
    description:
      'Admins only. Needs fresh evidence. The help contact for members; null for an Admin. It appears in every email.',
  })
  async setHelpContact(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('helpContact', () => String, { nullable: true, description: 'A name, a room, an address: one line.' })
    helpContact: string | null,
    @Ctx() context: RequestContext,
  ): Promise<typeof SecuritySettingResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    const line = (helpContact ?? '').replace(/\s+/g, ' ').trim()
    if (line.length > HELP_CONTACT_LENGTH)
      return InvalidInput.because({ helpContact: `Write it in ${HELP_CONTACT_LENGTH} characters.` })
    await context.requireFreshSession(open.network)
    const network = await this.settings.setHelpContact(open, isVisible(line) ? line : null, context.origin)
    return SecuritySettingChanged.of({ security: new NetworkSecurity({ ...open, network }) })
  }

  @Mutation(() => SecuritySettingResult, {
    description: 'Admins only. Needs fresh evidence. 0: every sign-in asks for the second step.',
  })
  async setTrustedDeviceDays(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('days', () => Int, { description: '0..30' }) days: number,
    @Ctx() context: RequestContext,
  ): Promise<typeof SecuritySettingResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    if (days < 0 || days > limits.trustedDeviceDays)
      return InvalidInput.because({ days: `Choose 0 to ${limits.trustedDeviceDays} days.` })
    await context.requireFreshSession(open.network)
    const network = await this.settings.setTrustedDeviceDays(open, days, context.origin)
    return SecuritySettingChanged.of({ security: new NetworkSecurity({ ...open, network }) })
  }

  @Mutation(() => SecuritySettingResult, {
    description:
      'Whether a passkey alone opens this network. Where it does not, a member who signed in with one is also asked ' +
      'for the password, by REAUTHENTICATION_REQUIRED. Admins only. Needs fresh evidence.',
  })
  async setPasskeySignIn(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('isAllowed', () => Boolean, { description: 'Whether it is allowed from now on.' }) isAllowed: boolean,
    @Ctx() context: RequestContext,
  ): Promise<typeof SecuritySettingResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    await context.requireFreshSession(open.network)
    const network = await this.settings.setPasskeySignIn(open, isAllowed, context.origin)
    return SecuritySettingChanged.of({ security: new NetworkSecurity({ ...open, network }) })
  }

  @Mutation(() => SecuritySettingResult, {
    description:
      'Admins only. Needs fresh evidence. From then on, whose sign-in is older, or lay unused for longer, is answered REAUTHENTICATION_REQUIRED (or SSO_REQUIRED) in this network. Both null: as long as the session.',
  })
  async setSessionLimit(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('hours', () => Int, { nullable: true, description: '1..336' }) hours: number | null,
    @Arg('idleHours', () => Int, { nullable: true, description: '1..72, and no more than `hours`.' })
    idleHours: number | null,
    @Ctx() context: RequestContext,
  ): Promise<typeof SecuritySettingResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    const problems = problemsOfSessionLimit(hours, idleHours)
    if (Object.keys(problems).length > 0) return InvalidInput.because(problems)
    await context.requireFreshSession(open.network)
    const limit = hours && idleHours ? { hours, idleHours } : null
    const network = await this.settings.setSessionLimit(open, limit, context.origin)
    return SecuritySettingChanged.of({ security: new NetworkSecurity({ ...open, network }) })
  }
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
