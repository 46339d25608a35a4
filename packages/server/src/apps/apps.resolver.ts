import { limits } from '@twinlock/shared/limits'
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import type { AccessService } from '../access/access.service.js'
import { eventBy } from '../access/event-by.js'
import { Network } from '../access/network.types.js'
import { requireAdminOrScope } from '../access/open-network.js'
import type { NetworkDocument } from '../networks/network.model.js'
import type { Clock } from '../platform/clock/clock.js'
import { notFound, overtaken } from '../platform/errors/interruption.js'
import { InvalidInput } from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import type { AppDocument } from './app.model.js'
import { type AppInputRules, type AppReading, type AppWishes, readAppWishes } from './app-input.js'
import type { AppsService, EventFrame } from './apps.service.js'
import {
  App,
  AppCreated,
  AppUpdated,
  CreateAppInput,
  CreateAppResult,
  RotateAppSecretResult,
  TooManyApps,
  UpdateAppInput,
  UpdateAppResult,
} from './apps.types.js'

const WHO = 'Admins, and keys with apps:write.'
const HOST_TAKEN = { hosts: 'Another app has one of these hosts.' }

interface NetworkOfApps {
  network: NetworkDocument
  frame: EventFrame
}

@Resolver(() => Network)
export class AppsResolver {
  constructor(
    private readonly access: AccessService,
    private readonly apps: AppsService,
    private readonly rulesFor: (network: NetworkDocument) => AppInputRules,
    private readonly clock: Clock,
  ) {}

  @FieldResolver(() => [App], { name: 'apps', description: `${WHO} FORBIDDEN otherwise. Oldest first.` })
  async listedApps(@Root() { open }: Network): Promise<App[]> {
    requireAdminOrScope(open, 'apps:write')
    return (await this.apps.ofNetworks([open.network._id])).map((app) => new App(app))
  }

  @Mutation(() => CreateAppResult, { description: `${WHO} A person needs fresh evidence. Logged.` })
  async createApp(
    @Arg('input', () => CreateAppInput) { networkId, ...wishes }: CreateAppInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CreateAppResult> {
    const entered = await this.#toNetwork(networkId, context)
    const reading = this.#read(wishes, entered)
    if (reading.kind === 'invalid') return InvalidInput.because(reading.problems)
    await this.#requireFresh(context, entered)
    const outcome = await this.apps.create(entered.frame, reading.value)
    switch (outcome.kind) {
      case 'created':
        return AppCreated.of({ app: new App(outcome.app), clientSecret: outcome.secret })
      case 'host-taken':
        return InvalidInput.because(HOST_TAKEN)
      case 'too-many':
        return TooManyApps.of({ message: `A network has at most ${limits.app.perNetwork} apps. Delete one first.` })
    }
  }

  @Mutation(() => UpdateAppResult, {
    description: `${WHO} NOT_FOUND for an app of another network. A person needs fresh evidence. Logged.`,
  })
  async updateApp(
    @Arg('input', () => UpdateAppInput) { id, ...wishes }: UpdateAppInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof UpdateAppResult> {
    const { app, ...entered } = await this.#toApp(id, context)
    const reading = this.#read(wishes, entered, app)
    if (reading.kind === 'invalid') return InvalidInput.because(reading.problems)
    await this.#requireFresh(context, entered)
    const outcome = await this.apps.change(app, entered.frame, reading.value)
    switch (outcome.kind) {
      case 'changed':
        return AppUpdated.of({ app: new App(outcome.app) })
      case 'host-taken':
        return InvalidInput.because(HOST_TAKEN)
      case 'overtaken':
        throw overtaken()
    }
  }

  @Mutation(() => RotateAppSecretResult, {
    description: `${WHO} NOT_FOUND for an app of another network. A person needs fresh evidence. The previous secret works until the next rotation. Logged.`,
  })
  async rotateAppSecret(
    @Arg('id', () => ID) id: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof RotateAppSecretResult> {
    const { app, ...entered } = await this.#toApp(id, context)
    await this.#requireFresh(context, entered)
    const rotated = await this.apps.rotateSecret(app, entered.frame)
    if (!rotated) return InvalidInput.because({ id: 'This app proves itself without a secret.' })
    return AppCreated.of({ app: new App(rotated.app), clientSecret: rotated.secret })
  }

  @Mutation(() => Boolean, {
    description: `${WHO} NOT_FOUND for an app of another network. A person needs fresh evidence. It ends at once, with everything it holds. Logged.`,
  })
  async deleteApp(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext): Promise<boolean> {
    const { app, ...entered } = await this.#toApp(id, context)
    await this.#requireFresh(context, entered)
    await this.apps.delete(app, entered.frame)
    return true
  }

  async #toNetwork(networkId: string, context: RequestContext): Promise<NetworkOfApps> {
    const caller = await context.requireSessionOrKey()
    const open = await this.access.enterAsAdminOrKey(caller, networkId, 'apps:write')
    return { network: open.network, frame: eventBy(open, context.origin, this.clock.now()) }
  }

  /** An app of a network that the caller is not in is as if it did not exist. */
  async #toApp(id: string, context: RequestContext): Promise<NetworkOfApps & { app: AppDocument }> {
    const caller = await context.requireSessionOrKey()
    const app = await this.apps.byId(id)
    const networkIds = caller.kind === 'key' ? [caller.networkId] : caller.account.networkIds
    if (!app || !networkIds.includes(app.networkId)) throw notFound('There is no such app.')
    return { app, ...(await this.#toNetwork(app.networkId, context)) }
  }

  #read(wishes: AppWishes, { network }: NetworkOfApps, app?: AppDocument): AppReading {
    return readAppWishes(wishes, this.rulesFor(network), app?.authMethod ?? null)
  }

  /** A person confirms that it is them; a key has nothing to confirm with. */
  async #requireFresh(context: RequestContext, { network }: NetworkOfApps): Promise<void> {
    if (!context.key()) await context.requireFreshSession(network)
  }
}
