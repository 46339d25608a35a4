import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import type { Locale } from '@twinlock/shared/locales'
import { isVisible } from '@twinlock/shared/typed-text'
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql'
import { AccessService } from '../../access/access.service.js'
import { LocaleEnum } from '../../platform/graphql/enums.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { NetworkSecurity } from '../network-security.types.js'
import { SettingsService } from './settings.service.js'
import { SecuritySettingChanged, SecuritySettingResult } from './settings.types.js'

const HELP_CONTACT_LENGTH = 200

/** The settings of a network that decide nothing about access: each takes effect at once. */
@Resolver(() => NetworkSecurity)
export class SettingsResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly settings = inject(SettingsService),
  ) {}

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The help contact for members; it appears in every email.',
  })
  helpContact(@Root() { open }: NetworkSecurity): string | null {
    return open.network.helpContact
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

  @FieldResolver(() => LocaleEnum, {
    nullable: true,
    description:
      "The language of emails and invitations to people of whom none is known; null: the request's, then English.",
  })
  locale(@Root() { open }: NetworkSecurity): Locale | null {
    return open.network.locale ?? null
  }

  @Mutation(() => SecuritySettingResult, {
    description:
      'Sets the language of emails and invitations to people of whom none is known: what a person chose, or their browser ' +
      'asks for, comes first. Null: none. Admins only. Needs fresh evidence.',
  })
  async setNetworkLocale(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('locale', () => LocaleEnum, { nullable: true, description: 'One of the languages of the app; null: none.' })
    locale: Locale | null,
    @Ctx() context: RequestContext,
  ): Promise<typeof SecuritySettingResult> {
    const open = await this.access.enterAsAdmin(await context.requireSession(), networkId)
    await context.requireFreshSession(open.network)
    const network = await this.settings.setLocale(open, locale ?? null, context.origin)
    return SecuritySettingChanged.of({ security: new NetworkSecurity({ ...open, network }) })
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
}
