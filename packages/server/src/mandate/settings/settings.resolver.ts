import { limits } from '@twinlock/shared/limits'
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

  @FieldResolver(() => String, { nullable: true, description: 'Whom members may ask; told in every mail.' })
  helpContact(@Root() { open }: NetworkSecurity): string | null {
    return open.network.helpContact
  }

  @FieldResolver(() => Int, { description: 'For how many days a browser may skip the second step; 0: never.' })
  trustedDeviceDays(@Root() { open }: NetworkSecurity): number {
    return open.network.trustedDeviceDays
  }

  @Mutation(() => SecuritySettingResult, {
    description: 'Admins only. Needs fresh evidence. Whom members may ask; null: an Admin. It stands in every mail.',
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
    const network = await this.settings.setHelpContact(open, line || null, context.origin)
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
}
