import { inject } from '@needle-di/core'
import { FieldResolver, Resolver, Root } from 'type-graphql'
import { hasTwoFactor } from '../../accounts/account-factors.js'
import { isOwnSignIn } from '../../domain/evidence.js'
import { Viewer } from '../../sessions/viewer.types.js'
import { IdTokensService } from './id-tokens.service.js'

@Resolver(() => Viewer)
export class ViewerSignInResolver {
  constructor(private readonly idTokens = inject(IdTokensService)) {}

  @FieldResolver(() => Boolean, {
    description:
      'Whether an identity provider alone vouches for this session: it sees that network, and nothing else of the account.',
  })
  isCompanySignIn(@Root() { caller }: Viewer): boolean {
    return !isOwnSignIn(caller.session.evidence, hasTwoFactor(caller.account))
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where to go after signing out here, to sign out of the identity provider too; null: nowhere.',
  })
  async companySignOutUrl(@Root() { caller }: Viewer): Promise<string | null> {
    return this.idTokens.signOutUrl(caller)
  }
}
