import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import {
  AccessService,
  eventBy,
  type OpenNetwork,
  requireAdmin,
  requireAdminOrScope,
} from '../access/access.service.js'
import { Network } from '../access/network.types.js'
import { mayAppoint } from '../domain/role-rules.js'
import type { EventFrame } from '../events/event-frame.js'
import type { NetworkDocument } from '../networks/network.model.js'
import { Clock } from '../platform/clock/clock.js'
import { forbidden, notFound } from '../platform/errors/interruption.js'
import { InvalidInput } from '../platform/graphql/user-error.types.js'
import type { RequestContext } from '../sessions/request-context.js'
import type { AppDocument } from './app.model.js'
import { type AppInput, type AppReading, parseAppInput } from './app-input.js'
import { AppRulesService } from './app-rules.service.js'
import { AppsService } from './apps.service.js'
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
import { AppSessionsService } from './sessions/app-sessions.service.js'

const WHO = 'Admins, and keys with apps:write.'
const HOST_TAKEN = { hosts: 'Another app has one of these hosts.' }

interface NetworkOfApps {
  open: OpenNetwork
  network: NetworkDocument
  frame: EventFrame
}

@Resolver(() => Network)
export class AppsResolver {
  constructor(
    private readonly access = inject(AccessService),
    private readonly apps = inject(AppsService),
    private readonly appSessions = inject(AppSessionsService),
    private readonly rules = inject(AppRulesService),
    private readonly clock = inject(Clock),
  ) {}

  @FieldResolver(() => [App], { name: 'apps', description: `${WHO} FORBIDDEN otherwise. Oldest first.` })
  async listedApps(@Root() { open }: Network): Promise<App[]> {
    requireAdminOrScope(open, 'apps:write')
    return (await this.apps.ofNetworks([open.network._id])).map((app) => new App(app, open))
  }

  @FieldResolver(() => App, { name: 'app', nullable: true, description: `${WHO} FORBIDDEN otherwise. Null for none.` })
  async oneApp(
    @Root() { open }: Network,
    @Arg('id', () => ID, { description: 'The app.' }) id: string,
  ): Promise<App | null> {
    requireAdminOrScope(open, 'apps:write')
    const app = await this.apps.byId(id)
    return app?.networkId === open.network._id ? new App(app, open) : null
  }

  @Mutation(() => CreateAppResult, { description: `${WHO} A person needs fresh evidence. Logged.` })
  async createApp(
    @Arg('input', () => CreateAppInput) { networkId, ...input }: CreateAppInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CreateAppResult> {
    const entered = await this.#toNetwork(networkId, context)
    const reading = this.#read(input, entered)
    if (reading.kind === 'invalid') return InvalidInput.because(reading.problems)
    await this.#requireFresh(context, entered)
    const outcome = await this.apps.create(entered.frame, reading.value)
    switch (outcome.kind) {
      case 'created':
        return AppCreated.of({ app: new App(outcome.app, entered.open), clientSecret: outcome.secret })
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
    @Arg('input', () => UpdateAppInput) { id, ...input }: UpdateAppInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof UpdateAppResult> {
    const { app, ...entered } = await this.#toApp(id, context)
    const reading = this.#read(input, entered, app)
    if (reading.kind === 'invalid') return InvalidInput.because(reading.problems)
    await this.#requireFresh(context, entered)
    const outcome = await this.apps.change(app, entered.frame, reading.value)
    switch (outcome.kind) {
      case 'changed':
        return AppUpdated.of({ app: new App(outcome.app, entered.open) })
      case 'host-taken':
        return InvalidInput.because(HOST_TAKEN)
      case 'overtaken':
        return InvalidInput.overtaken()
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
    return AppCreated.of({ app: new App(rotated.app, entered.open), clientSecret: rotated.secret })
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

  @Mutation(() => Boolean, {
    description:
      'Signs a member out of this app, in every browser; they may open it again. Admins only; FORBIDDEN otherwise, and for an ADMIN and an OWNER. NOT_FOUND for an app of another network, and for whoever never used it. Needs fresh evidence. Logged.',
  })
  async endMemberAppSessions(
    @Arg('appId', () => ID, { description: 'The app.' }) appId: string,
    @Arg('memberId', () => ID, { description: "The membership's id." }) memberId: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    const { app, open, network, frame } = await this.#toApp(appId, context)
    const { membership } = requireAdmin(open)
    const [networkId, accountId = ''] = memberId.split(':')
    const isOwner = network.ownerIds.includes(accountId)
    if (!mayAppoint(membership.role, isOwner ? 'OWNER' : 'MEMBER'))
      throw forbidden('Only an owner may do this to an owner.')
    await context.requireFreshSession(network)
    if (networkId !== network._id || !(await this.appSessions.endOfMember(app._id, accountId, frame)))
      throw notFound('There is nobody of this id who used the app.')
    return true
  }

  async #toNetwork(networkId: string, context: RequestContext): Promise<NetworkOfApps> {
    const caller = await context.requireSessionOrKey()
    const open = await this.access.enterAsAdminOrKey(caller, networkId, 'apps:write')
    return { open, network: open.network, frame: eventBy(open, context.origin, this.clock.now()) }
  }

  /** An app of a network that the caller is not in is as if it did not exist. */
  async #toApp(id: string, context: RequestContext): Promise<NetworkOfApps & { app: AppDocument }> {
    const caller = await context.requireSessionOrKey()
    const app = await this.apps.byId(id)
    const networkIds = caller.kind === 'key' ? [caller.networkId] : caller.account.networkIds
    if (!app || !networkIds.includes(app.networkId)) throw notFound('There is no such app.')
    return { app, ...(await this.#toNetwork(app.networkId, context)) }
  }

  #read(input: AppInput, { network }: NetworkOfApps, app?: AppDocument): AppReading {
    return parseAppInput(input, this.rules.of(network), app?.authMethod ?? null)
  }

  /** A person confirms that it is them; a key has nothing to confirm with. */
  async #requireFresh(context: RequestContext, { network }: NetworkOfApps): Promise<void> {
    if (!context.key()) await context.requireFreshSession(network)
  }
}
