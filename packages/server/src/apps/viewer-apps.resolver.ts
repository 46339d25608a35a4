import { inject } from '@needle-di/core'
import type { Role } from '@twinlock/shared/vocabulary'
import { FieldResolver, Resolver, Root } from 'type-graphql'
import { AccessService } from '../access/access.service.js'
import { rolesFor } from '../domain/app-access.js'
import { Interruption } from '../platform/errors/interruption.js'
import type { SessionCaller } from '../sessions/caller.js'
import { Viewer } from '../sessions/viewer.types.js'
import type { AppDocument } from './app.model.js'
import { AppsService } from './apps.service.js'
import { App } from './apps.types.js'

@Resolver(() => Viewer)
export class ViewerAppsResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly service = inject(AppsService),
  ) {}

  @FieldResolver(() => [App], {
    name: 'apps',
    description: 'Apps that the viewer may open, over all networks that are open to this session.',
  })
  async openableApps(@Root() { caller }: Viewer): Promise<App[]> {
    const apps = await this.service.ofNetworks(caller.account.networkIds)
    const networkIds = [...new Set(apps.map(({ networkId }) => networkId))]
    const roles = new Map(
      await Promise.all(networkIds.map(async (id) => [id, await this.#roleIn(caller, id)] as const)),
    )
    return apps.filter((app) => isFor(app, roles.get(app.networkId) ?? null)).map((app) => new App(app))
  }

  async #roleIn(caller: SessionCaller, networkId: string) {
    try {
      return (await this.access.enter(caller, networkId)).membership.role
    } catch (error) {
      if (error instanceof Interruption) return null
      throw error
    }
  }
}

function isFor(app: AppDocument, role: Role | null): boolean {
  return role !== null && rolesFor(app).includes(role)
}
