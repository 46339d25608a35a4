import type { Connection } from 'mongoose'
import type { AccessService } from '../access/access.service.js'
import type { EventRelay } from '../events/event-relay.js'
import type { NetworkDocument } from '../networks/network.model.js'
import { isProved } from '../networks/proved-domain.js'
import type { Clock } from '../platform/clock/clock.js'
import type { Background } from '../platform/jobs/background.js'
import { appModel } from './app.model.js'
import { AppStore } from './app.store.js'
import type { AppInputRules } from './app-input.js'
import { AppsResolver } from './apps.resolver.js'
import { AppsService } from './apps.service.js'
import { ViewerAppsResolver } from './viewer-apps.resolver.js'

export interface AppsDeps {
  connection: Connection
  environment: { publicUrl: string; allowsPrivateTargets: boolean }
  clock: Clock
  background: Background
  relay: EventRelay
  access: AccessService
}

/** Makes the room: the apps of networks, and how people get to them. */
export function composeApps(deps: AppsDeps) {
  const { connection, environment, clock, background, relay, access } = deps
  const store = new AppStore(appModel(connection))
  const apps = new AppsService(store, relay, background, clock, async () => {})
  const rulesFor = ({ ssoDomains }: NetworkDocument): AppInputRules => ({
    allowsPrivate: environment.allowsPrivateTargets,
    ownDomains: ssoDomains.filter((domain) => isProved(domain, clock.now())).map(({ name }) => name),
    ownHost: new URL(environment.publicUrl).host,
  })
  const resolvers: object[] = [new AppsResolver(access, apps, rulesFor, clock), new ViewerAppsResolver(access, apps)]
  return { resolvers, apps, sweep: (now: Date) => apps.sweep(now) }
}
