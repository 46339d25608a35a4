import { FieldResolver, Resolver, Root } from 'type-graphql'
import { App } from '../apps.types.js'
import type { AppSessionStore } from './app-session.store.js'
import { AppUse } from './held.types.js'

const SHOWN = 100

@Resolver(() => App)
export class AppUsesResolver {
  constructor(private readonly store: AppSessionStore) {}

  @FieldResolver(() => [AppUse], {
    description:
      'Who used it, the last hundred; what was used last comes first. Empty where the app is listed for a member.',
  })
  async uses(@Root() { app, isForAdmins }: App): Promise<AppUse[]> {
    return isForAdmins ? (await this.store.ofApp(app._id, SHOWN)).map((held) => AppUse.from(held)) : []
  }
}
