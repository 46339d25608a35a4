import { inject } from '@needle-di/core'
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { SsoEntry } from '../sso-entry.js'
import { SsoDomainInput, SsoDomainNotProved, SsoDomainResult } from './sso-domain.types.js'
import { SsoDomainsService } from './sso-domains.service.js'
import { recordOf } from './txt-lookup.js'

const WHO = 'Admins only. Needs fresh evidence. Logged.'

@Resolver()
export class SsoDomainsResolver {
  constructor(
    private readonly entry = inject(SsoEntry),
    private readonly domains = inject(SsoDomainsService),
  ) {}

  @Mutation(() => SsoDomainResult, {
    description: `Claims an email domain for the network. The domain counts once its TXT record is found (\`proveSsoDomain\`). ${WHO}`,
  })
  async claimSsoDomain(
    @Arg('input', () => SsoDomainInput) { networkId, domain }: SsoDomainInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SsoDomainResult> {
    const open = await this.entry.enterFresh(context, networkId)
    switch (await this.domains.claim(open, domain, context.origin)) {
      case 'claimed':
        return this.entry.changed(open)
      case 'no-domain':
        return InvalidInput.because({ domain: 'Write a domain like acme.com.' })
      case 'claimed-already':
        return InvalidInput.because({ domain: 'That domain is on the list already, or the list is full.' })
    }
  }

  @Mutation(() => SsoDomainResult, { description: `${WHO} Looks for the TXT record.` })
  async proveSsoDomain(
    @Arg('input', () => SsoDomainInput) { networkId, domain }: SsoDomainInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SsoDomainResult> {
    const open = await this.entry.enterFresh(context, networkId)
    switch (await this.domains.prove(open, domain, context.origin)) {
      case 'proved':
        return this.entry.changed(open)
      case 'not-claimed':
        return InvalidInput.because({ domain: 'That domain is not on the list any more.' })
      case 'not-found':
        return SsoDomainNotProved.of({
          message: `There is no such record at ${recordOf({ name: domain, token: '' }).name} yet. A new one can take an hour to be seen.`,
        })
      case 'no-answer':
        return SsoDomainNotProved.of({ message: 'The name servers of this domain don’t respond. Try again later.' })
    }
  }

  @Mutation(() => SsoDomainResult, { description: `${WHO} Its addresses no longer identify a user.` })
  async releaseSsoDomain(
    @Arg('input', () => SsoDomainInput) { networkId, domain }: SsoDomainInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SsoDomainResult> {
    const open = await this.entry.enterFresh(context, networkId)
    await this.domains.release(open, domain, context.origin)
    return this.entry.changed(open)
  }
}
