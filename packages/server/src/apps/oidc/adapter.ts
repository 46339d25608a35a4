import type { Clock } from '../../platform/clock/clock.js'
import { hashToken } from '../../platform/crypto/tokens.js'
import type { ArtifactStore } from './artifact.store.js'

/** Stands in the stored payload wherever the id stood: it is a bearer secret. */
const ID_MARK = '\u0000id'

type Payload = Record<string, unknown> & { grantId?: string }

export interface AdapterDeps {
  artifacts: ArtifactStore
  /** The metadata of a client; undefined when there is no such app, or it has no redirect address. */
  clientById(id: string): Promise<Record<string, unknown> | undefined>
  /** Told once a grant was used a second time, by whoever held a copy. */
  onReuse(grantId: string): Promise<void>
  clock: Clock
  /** The library's errors, which it knows by their class. */
  errors: typeof import('oidc-provider').errors
}

/**
 * Where the provider stores its things. It asks less than is done here: ids are stored hashed, a code or refresh token
 * is consumed by one conditional write, whose loser ends everything the grant has led to, and expiry is judged when read.
 */
export function adapterFor(deps: AdapterDeps) {
  const { artifacts, clock, errors } = deps

  return class OidcAdapter {
    constructor(readonly kind: string) {}

    async find(id: string): Promise<Payload | undefined> {
      if (this.kind === 'Client') return deps.clientById(id)
      const found = await artifacts.live(artifactId(this.kind, id), clock.now())
      if (!found) return undefined
      const payload = JSON.parse(found.payload.replaceAll(JSON.stringify(ID_MARK).slice(1, -1), id)) as Payload
      const consumed = found.consumedAt ? { consumed: Math.floor(found.consumedAt.getTime() / 1000) } : {}
      return { ...payload, jti: id, ...consumed }
    }

    async upsert(id: string, { jti: _, ...payload }: Payload, ttlSeconds: number): Promise<void> {
      const now = clock.now()
      const session = payload.session as { cookie?: string } | undefined
      // The cookie of the browser's session; it is read nowhere.
      if (session) delete session.cookie
      const artifact = {
        _id: artifactId(this.kind, id),
        kind: this.kind,
        payload: JSON.stringify(payload).replaceAll(id, JSON.stringify(ID_MARK).slice(1, -1)),
        ...(typeof payload.grantId === 'string' && this.kind !== 'Interaction' ? { grantId: payload.grantId } : {}),
        createdAt: now,
        expiresAt: new Date(now.getTime() + ttlSeconds * 1000),
        consumedAt: null,
      }
      if (this.kind !== 'ReplayDetection') return artifacts.save(artifact)
      // An assertion that is presented twice at once is accepted once.
      if (!(await artifacts.add(artifact)))
        throw new errors.InvalidClientAuth('client assertion tokens must only be used once')
    }

    /** @throws InvalidGrant when another request was first: the grant and all that it led to end. */
    async consume(id: string): Promise<void> {
      if (await artifacts.consume(artifactId(this.kind, id), clock.now())) return
      if (this.kind === 'PushedAuthorizationRequest') throw new errors.InvalidRequestUri('request_uri was already used')
      const grantId = (await this.find(id))?.grantId
      if (grantId) {
        await artifacts.deleteFamily(grantId)
        await artifacts.delete(artifactId('Grant', grantId))
        await deps.onReuse(grantId)
      }
      throw new errors.InvalidGrant('it was already used')
    }

    async destroy(id: string): Promise<void> {
      await artifacts.delete(artifactId(this.kind, id))
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      await artifacts.deleteFamily(grantId, this.kind)
    }

    /** Tokens are bound to our own sessions instead (subject.ts), and no device flow is offered. */
    async findByUid(): Promise<undefined> {
      return undefined
    }

    async findByUserCode(): Promise<undefined> {
      return undefined
    }
  }
}

export function artifactId(kind: string, id: string): string {
  return `${kind}:${hashToken(id)}`
}
