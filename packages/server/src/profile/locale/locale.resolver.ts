import { inject } from '@needle-di/core'
import type { Locale } from '@twinlock/shared/locales'
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { ProfileStore } from '../../accounts/profile.store.js'
import { LocaleEnum } from '../../platform/graphql/enums.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { Viewer } from '../../sessions/viewer.types.js'

@Resolver(() => Viewer)
export class LocaleResolver {
  constructor(private readonly profiles = inject(ProfileStore)) {}

  @FieldResolver(() => LocaleEnum, {
    nullable: true,
    description: 'The language of the account, for the app, emails and text messages. Null until one is known.',
  })
  locale(@Root() { caller }: Viewer): Locale | null {
    return caller.account.locale ?? null
  }

  @Mutation(() => Viewer, {
    description:
      'Changes the language of the account. Anyone who is signed in may call it; no fresh evidence is needed.',
  })
  async setLocale(@Arg('locale', () => LocaleEnum) locale: Locale, @Ctx() context: RequestContext): Promise<Viewer> {
    const caller = await context.requireOwnSignIn()
    await this.profiles.setLocale(caller.account._id, locale)
    return new Viewer({ ...caller, account: { ...caller.account, locale } })
  }
}
