import { inject } from '@needle-di/core'
import type { AppRule } from '../../domain/app-access.js'
import { Clock } from '../../platform/clock/clock.js'
import type { AppDocument } from '../app.model.js'
import { AppStore } from '../app.store.js'
import { GATE_ENTRY_PREFIX, GateService } from '../gate/gate.service.js'
import { artifactId } from '../oidc/adapter.js'
import { ArtifactStore } from '../oidc/artifact.store.js'
import { entryAsked } from '../oidc/authorization-policy.js'

/** A person on the way to an app: which app, and what it requires. */
export interface EntryRequest {
  app: AppDocument
  rule: AppRule
  /** The host that they are sent to. */
  host: string
  /** What was proved before then does not count; null: its age does not matter. */
  since: Date | null
}

/** Reads what waits for a person: an authorization, or a way through the gate. */
export class EntryRequests {
  constructor(
    private readonly artifacts = inject(ArtifactStore),
    private readonly apps = inject(AppStore),
    private readonly gate = inject(GateService),
    private readonly clock = inject(Clock),
  ) {}

  async byId(id: string): Promise<EntryRequest | null> {
    if (id.startsWith(GATE_ENTRY_PREFIX)) {
      const asked = await this.gate.requestOf(id)
      return asked && { ...asked, since: null }
    }
    const stored = await this.artifacts.live(artifactId('Interaction', id), this.clock.now())
    if (!stored) return null
    const { params } = JSON.parse(stored.payload) as { params: Record<string, string | undefined> }
    const app = await this.apps.byId(params.client_id ?? '')
    if (!app) return null
    const { rule, maxAge, isNewSignIn } = entryAsked(app, params)
    const oldest = maxAge === null ? null : stored.createdAt.getTime() - maxAge
    const host = URL.parse(params.redirect_uri ?? '')?.host ?? ''
    return { app, rule, host, since: isNewSignIn ? stored.createdAt : oldest === null ? null : new Date(oldest) }
  }
}
