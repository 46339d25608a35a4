import { inject } from '@needle-di/core'
import type { Role } from '@twinlock/shared/vocabulary'
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import type { OpenToPerson } from '../../access/access.service.js'
import { graceProblem } from '../../domain/mandate.js'
import { zoneOrUtc } from '../../platform/clock/time-zone.js'
import { RoleEnum } from '../../platform/graphql/enums.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import type { SsoFailure } from '../provider/sso-failure.js'
import { SsoEntry } from '../sso-entry.js'
import { type ChangeOutcome, ConnectionsService } from './connections.service.js'
import {
  EndSsoConnectionInput,
  SaveSsoConnectionInput,
  SaveSsoConnectionResult,
  SsoChangeRefused,
  SsoChangeResult,
  SsoProviderProblem,
} from './sso-connection.types.js'

const WHO = 'Admins only. Needs fresh evidence. Logged.'

@Resolver()
export class ConnectionsResolver {
  constructor(
    private readonly entry = inject(SsoEntry),
    private readonly connections = inject(ConnectionsService),
  ) {}

  @Mutation(() => SaveSsoConnectionResult, {
    description: `${WHO} Reads the provider's discovery document first. Another issuer is another connection: requirements of the previous one do not carry over.`,
  })
  async saveSsoConnection(
    @Arg('input', () => SaveSsoConnectionInput) input: SaveSsoConnectionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveSsoConnectionResult> {
    const open = await this.entry.enterFresh(context, input.networkId)
    const { issuer, clientId, clientSecret = null } = input
    const outcome = await this.connections.save(open, { issuer, clientId, clientSecret }, context.origin)
    switch (outcome.kind) {
      case 'saved':
        return this.entry.changed(open)
      case 'invalid':
        return InvalidInput.because(outcome.problems)
      case 'failed':
        return SsoProviderProblem.of({
          message: failureText(outcome.reason),
          reason: outcome.reason,
          detail: outcome.detail.slice(0, 300),
        })
      case 'overtaken':
        return refused('overtaken')
    }
  }

  @Mutation(() => SsoChangeResult, {
    description: `${WHO} Where two-factor authentication is mandatory, it ends after the time given, and the members who use it are notified by email.`,
  })
  async endSsoConnection(
    @Arg('input', () => EndSsoConnectionInput) { networkId, graceHours, timeZone }: EndSsoConnectionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SsoChangeResult> {
    const open = await this.entry.enterFresh(context, networkId)
    const problem = graceProblem(graceHours)
    if (problem) return InvalidInput.because({ graceHours: problem })
    return this.#answer(open, await this.connections.end(open, graceHours, zoneOrUtc(timeZone), context.origin))
  }

  @Mutation(() => SsoChangeResult, { description: `Cancels the scheduled end of company sign-in. ${WHO}` })
  async keepSsoConnection(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof SsoChangeResult> {
    const open = await this.entry.enterFresh(context, networkId)
    return this.#answer(open, await this.connections.keep(open, context.origin))
  }

  @Mutation(() => SsoChangeResult, {
    description: `Sets the role with which new people whose address is at a proved domain join through company sign-in: MEMBER or ADMIN. Null: nobody joins this way. ${WHO}`,
  })
  async setJustInTimeRole(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Arg('role', () => RoleEnum, { nullable: true, description: 'As what.' }) role: Role | null,
    @Ctx() context: RequestContext,
  ): Promise<typeof SsoChangeResult> {
    const open = await this.entry.enterFresh(context, networkId)
    if (role === 'GUEST' || role === 'OWNER')
      return InvalidInput.because({ role: 'Choose Member or Admin. Guests sign in with a password.' })
    return this.#answer(open, await this.connections.setJustInTimeRole(open, role ?? null, context.origin))
  }

  #answer(open: OpenToPerson, outcome: ChangeOutcome) {
    return outcome === 'changed' ? this.entry.changed(open) : Promise.resolve(refused(outcome))
  }
}

export function refused(outcome: 'no-connection' | 'overtaken'): SsoChangeRefused {
  return SsoChangeRefused.of({
    message:
      outcome === 'overtaken'
        ? 'Someone else has just changed this. Reload and try again.'
        : 'There is no company sign-in any more. Set one up first.',
  })
}

/** For the Admin who writes a provider down: what to look at. */
export function failureText(reason: SsoFailure): string {
  switch (reason) {
    case 'PROVIDER_DOWN':
      return 'The provider does not answer. Check its address, and whether this server can reach it.'
    case 'MISCONFIGURED':
      return 'At this address there is no provider that can be used. Copy its issuer exactly as its console shows it.'
    case 'UNVERIFIABLE':
      return 'This provider signs with an algorithm that cannot be verified here. Choose RS256, ES256 or EdDSA in its console.'
    case 'CLIENT_REFUSED':
      return 'The provider does not accept this client id and secret.'
    case 'UNTRUSTED':
    case 'DENIED':
    case 'EXPIRED':
    case 'NO_SIGN_IN_TIME':
    case 'GUEST':
    case 'NOT_A_MEMBER':
    case 'OTHER_IDENTITY':
    case 'OTHER_ACCOUNT':
    case 'OFF':
    case 'BUSY':
    case 'OURS':
      return 'The provider’s answer couldn’t be verified. Ask the person who manages it.'
  }
}
