import { inject } from '@needle-di/core'
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import type { OpenToPerson } from '../../access/access.service.js'
import { zoneOrUtc } from '../../platform/clock/time-zone.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { refused } from '../connections/connections.resolver.js'
import { SsoEntry } from '../sso-entry.js'
import { type RequirementOutcome, RequirementsService } from './requirements.service.js'
import { RequireSsoInput, RequireSsoResult, SetSsoProofInput, SsoTestRequired } from './sso-requirement.types.js'

const WHO = 'Admins only. Needs fresh evidence. Logged.'

@Resolver()
export class RequirementsResolver {
  constructor(
    private readonly entry = inject(SsoEntry),
    private readonly requirements = inject(RequirementsService),
  ) {}

  @Mutation(() => RequireSsoResult, {
    description: `${WHO} From the deadline on, members (except guests) can sign in only through the provider; they are notified by email. Nothing changes where it is required already.`,
  })
  async requireSso(
    @Arg('input', () => RequireSsoInput) { networkId, graceHours, timeZone }: RequireSsoInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RequireSsoResult> {
    const open = await this.entry.enterFresh(context, networkId)
    const notice = { graceHours, timeZone: zoneOrUtc(timeZone), origin: context.origin }
    return this.#answer(open, await this.requirements.require(open, notice))
  }

  @Mutation(() => RequireSsoResult, { description: `${WHO} From now on members may sign in through the provider.` })
  async makeSsoOptional(
    @Arg('networkId', () => ID, { description: 'The network.' }) networkId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof RequireSsoResult> {
    const open = await this.entry.enterFresh(context, networkId)
    return this.#answer(open, await this.requirements.makeOptional(open, context.origin))
  }

  @Mutation(() => RequireSsoResult, {
    description: `${WHO} A stricter rule takes effect at the deadline, and the members concerned are notified by email; a looser rule takes effect at once.`,
  })
  async setSsoProof(
    @Arg('input', () => SetSsoProofInput) input: SetSsoProofInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RequireSsoResult> {
    const open = await this.entry.enterFresh(context, input.networkId)
    const { isRequired, values, graceHours, timeZone } = input
    const notice = { graceHours, timeZone: zoneOrUtc(timeZone), origin: context.origin }
    return this.#answer(open, await this.requirements.setProof(open, { isRequired, values }, notice))
  }

  async #answer(open: OpenToPerson, outcome: RequirementOutcome): Promise<typeof RequireSsoResult> {
    switch (outcome.kind) {
      case 'changed':
        return this.entry.changed(open)
      case 'not-tried':
        return SsoTestRequired.of({ message: 'Test the sign-in first: no one has signed in with it yet.' })
      case 'invalid':
        return InvalidInput.because(outcome.problems)
      case 'under-way':
        return InvalidInput.because({ values: 'A change is under way already. Wait until it is through.' })
      case 'no-connection':
      case 'overtaken':
        return refused(outcome.kind)
    }
  }
}
