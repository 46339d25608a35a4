import { inject } from '@needle-di/core'
import { limits } from '@twinlock/shared/limits'
import { type EventFrame, systemEventOf } from '../events/event-frame.js'
import { EventRelay } from '../events/event-relay.js'
import type { NetworkDocument } from '../networks/network.model.js'
import { hashToken, newId, newToken } from '../platform/crypto/tokens.js'
import type { AppDocument, AppSecret } from './app.model.js'
import { type AppOfNetwork, AppStore } from './app.store.js'
import type { AppSettings } from './app-input.js'
import { AppRulesService } from './app-rules.service.js'
import { AppSessionsService } from './sessions/app-sessions.service.js'

export type CreateAppOutcome =
  | { kind: 'created'; app: AppDocument; secret: string | null }
  | { kind: 'too-many' }
  | { kind: 'host-taken' }

export type ChangeAppOutcome = { kind: 'changed'; app: AppDocument } | { kind: 'overtaken' } | { kind: 'host-taken' }

/** The apps of networks. The caller checks who may change them. */
export class AppsService {
  constructor(
    private readonly store = inject(AppStore),
    private readonly relay = inject(EventRelay),
    private readonly appSessions = inject(AppSessionsService),
    private readonly rules = inject(AppRulesService),
  ) {}

  async byId(id: string): Promise<AppDocument | null> {
    return this.store.byId(id)
  }

  async ofNetworks(networkIds: readonly string[]): Promise<AppDocument[]> {
    return this.store.ofNetworks(networkIds)
  }

  /** @returns the app and its secret, which is not shown again */
  async create(frame: EventFrame, settings: AppSettings): Promise<CreateAppOutcome> {
    if ((await this.ofNetworks([frame.networkId])).length >= limits.app.perNetwork) return { kind: 'too-many' }
    const id = newId('app')
    const authMethod = settings.authMethod ?? 'client_secret_basic'
    const made = usesSecret(authMethod) ? newSecret(frame.at) : null
    const { hosts = [], name = '', ...rest } = settings
    const app: AppDocument = {
      _id: id,
      networkId: frame.networkId,
      networkName: frame.networkName,
      name,
      logo: null,
      homeUrl: null,
      redirectUris: [],
      postLogoutRedirectUris: [],
      backChannelLogoutUri: null,
      pathRules: [],
      access: 'EVERYONE',
      roles: null,
      requires: 'SIGNED_IN',
      jwks: null,
      ...rest,
      ...(hosts.length > 0 ? { hosts } : {}),
      authMethod,
      secrets: made ? [made.stored] : [],
      createdAt: frame.at,
      lastUsedAt: null,
      deletedAt: null,
      version: 0,
      events: [{ type: 'app.created', ...frame, appId: id, appName: name }],
    }
    const isInserted =
      (await this.store.insert(app)) || ((await this.#freeHosts(app, frame.at)) && (await this.store.insert(app)))
    if (!isInserted) return { kind: 'host-taken' }
    this.#dispatchSoon(id)
    return { kind: 'created', app, secret: made?.secret ?? null }
  }

  async change(app: AppDocument, frame: EventFrame, settings: AppSettings): Promise<ChangeAppOutcome> {
    const name = settings.name ?? app.name
    const fields = Object.keys(settings)
    const event = { type: 'app.changed' as const, ...frame, appId: app._id, appName: name, fields }
    const dropsSecrets = settings.authMethod !== undefined && !usesSecret(settings.authMethod)
    const values = { ...settings, ...(dropsSecrets ? { secrets: [] } : {}) }
    let outcome = await this.store.change(app, values, event)
    if (outcome === 'host-taken' && (await this.#freeHosts({ ...app, ...values }, frame.at)))
      outcome = await this.store.change(app, values, event)
    if (outcome !== 'changed') return { kind: outcome }
    this.#dispatchSoon(app._id)
    return { kind: 'changed', app: (await this.store.byId(app._id)) ?? app }
  }

  /** The secret before it goes on working, until the next rotation. Null for an app without secrets. */
  async rotateSecret(app: AppDocument, frame: EventFrame): Promise<{ app: AppDocument; secret: string } | null> {
    if (!usesSecret(app.authMethod)) return null
    const { secret, stored } = newSecret(frame.at)
    const event = { type: 'app.secret_rotated' as const, ...frame, appId: app._id, appName: app.name }
    const rotated = await this.store.addSecret(app._id, stored, event)
    if (!rotated) return null
    this.#dispatchSoon(app._id)
    return { app: rotated, secret }
  }

  async delete(app: AppDocument, frame: EventFrame): Promise<void> {
    const event = { type: 'app.deleted' as const, ...frame, appId: app._id, appName: app.name }
    if (!(await this.store.delete(app._id, frame.at, event))) return
    await this.appSessions.endOfApp(app._id)
    this.#dispatchSoon(app._id)
  }

  /**
   * Takes the hosts of an app from apps of networks whose own they no longer are: a domain may change hands.
   * @returns false while another app has one of them by right
   */
  async #freeHosts({ _id, hosts = [] }: AppDocument, at: Date): Promise<boolean> {
    const holders = (await this.store.byHosts(hosts)).filter(({ app }) => app._id !== _id)
    const isLost = (host: string, network: NetworkDocument | null) => !network || !this.rules.ownsHost(network, host)
    const areAllLost = ({ app, network }: AppOfNetwork) =>
      app.hosts?.every((host) => !hosts.includes(host) || isLost(host, network))
    if (!holders.every(areAllLost)) return false
    for (const { app } of holders) {
      const network = { _id: app.networkId, name: app.networkName }
      const frame = { ...systemEventOf(network, at), appId: app._id, appName: app.name }
      const left = app.hosts?.filter((host) => !hosts.includes(host)) ?? []
      const event = { type: 'app.changed' as const, ...frame, fields: ['hosts'] }
      if ((await this.store.change(app, { hosts: left }, event)) === 'changed') this.#dispatchSoon(app._id)
    }
    return true
  }

  #dispatchSoon(id: string): void {
    this.relay.dispatchSoon('apps', id)
  }
}

export function usesSecret(method: AppDocument['authMethod']): boolean {
  return method === 'client_secret_basic' || method === 'client_secret_post'
}

function newSecret(createdAt: Date): { secret: string; stored: AppSecret } {
  const secret = newToken()
  return { secret, stored: { hash: hashToken(secret), createdAt } }
}
