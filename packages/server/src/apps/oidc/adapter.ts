import { DAY } from '@twinlock/shared/durations'
import type { Clock } from '../../platform/clock/clock.js'
import { hashToken } from '../../platform/crypto/tokens.js'
import type { ArtifactDocument } from './artifact.model.js'
import type { ArtifactStore, WithGrants } from './artifact.store.js'
import type { RequestReads } from './request-reads.js'
import { parseSubject } from './subject.js'

/** Stands in the stored payload wherever the id stood: it is a bearer secret. */
const ID_MARK = '\u0000id'

type Payload = Record<string, unknown> & {
  grantId?: string
  accountId?: string
  clientId?: string
  authorizations?: Record<string, { grantId?: string }>
}

export interface AdapterDeps {
  artifacts: ArtifactStore
  /** The metadata of a client; undefined when there is no such app, or it has no redirect address. */
  clientById(id: string): Promise<Record<string, unknown> | undefined>
  /** The network of an app. */
  networkIdOf(clientId: string): Promise<string | undefined>
  /** The code or refresh token that the request brings. */
  presentedToken(): { kind: string; id: string } | null
  /** Reads what an authorization asks together with the provider's session of this stored id. */
  readAhead(providerSessionRef: string): Promise<void>
  /** What the request at hand has read; something empty outside of one. */
  reads(): RequestReads
  /** Called once a code or refresh token was used a second time, by any holder of a copy. */
  onReuse(grantId: string): Promise<void>
  clock: Clock
  /** The library's errors, which it knows by their class. */
  errors: typeof import('oidc-provider').errors
}

/** Read with all that decides about them. */
const TOKENS = new Set(['AuthorizationCode', 'AccessToken', 'RefreshToken'])
/** A session that is as it was is stored again once a day, not with each request: it lives two weeks. */
const SESSION_KEPT_MS = DAY

/**
 * The provider's storage. It does more than the library requires: ids are stored hashed, a code or refresh token is
 * consumed by one conditional write, whose loser ends everything the grant has led to, and expiry is checked on reading.
 */
export function adapterFor(deps: AdapterDeps) {
  const { artifacts, clock, errors } = deps

  async function read(kind: string, id: string): Promise<ArtifactDocument | null> {
    const [key, now, reads] = [artifactId(kind, id), clock.now(), deps.reads()]
    if (kind === 'Session') {
      await deps.readAhead(key)
      return reads.artifacts.get(key) ?? remember(await artifacts.withGrants(key, now))
    }
    const known = reads.artifacts.get(key)
    if (known) return known
    if (!TOKENS.has(kind)) return artifacts.live(key, now)
    const found = await artifacts.withFacts(key, now)
    if (found?.artifact.networkId) reads.tokens.set(id, found.facts)
    if (found?.app) reads.apps.set(found.app._id, Promise.resolve(found.app))
    return remember(found)
  }

  function remember(found: WithGrants | null): ArtifactDocument | null {
    if (!found) return null
    for (const each of [found.artifact, ...found.grants]) deps.reads().artifacts.set(each._id, each)
    return found.artifact
  }

  /** The library asks for the client first; what the request brings is read together with it. */
  async function findClient(id: string): Promise<Payload | undefined> {
    const inHand = deps.presentedToken()
    if (inHand) await read(inHand.kind, inHand.id)
    return deps.clientById(id)
  }

  /** What it is read together with later. */
  async function boundTo(kind: string, payload: Payload): Promise<Partial<ArtifactDocument>> {
    const { grantId, accountId = '', clientId = '', authorizations = {} } = payload
    if (kind === 'Session') {
      const grantIds = Object.values(authorizations).flatMap((each) => each.grantId ?? [])
      return { grantRefs: grantIds.map((each) => artifactId('Grant', each)) }
    }
    if (typeof grantId !== 'string' || kind === 'Interaction') return {}
    const [subject, networkId] = [parseSubject(accountId), await deps.networkIdOf(clientId)]
    if (!subject || !networkId) return { grantId }
    return { grantId, grantRefs: [artifactId('Grant', grantId)], networkId, clientId, ...subject }
  }

  return class OidcAdapter {
    constructor(readonly kind: string) {}

    async find(id: string): Promise<Payload | undefined> {
      if (this.kind === 'Client') return findClient(id)
      const found = await read(this.kind, id)
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
      const reads = deps.reads()
      const artifact = {
        _id: artifactId(this.kind, id),
        kind: this.kind,
        payload: JSON.stringify(payload).replaceAll(id, JSON.stringify(ID_MARK).slice(1, -1)),
        ...(await boundTo(this.kind, payload)),
        createdAt: now,
        expiresAt: new Date(now.getTime() + ttlSeconds * 1000),
        consumedAt: null,
      }
      if (this.kind === 'AuthorizationCode' || this.kind === 'ReplayDetection') {
        if (await artifacts.add(artifact)) return
        // An assertion that is presented twice at once is accepted once; a code is new each time.
        throw new errors.InvalidClientAuth('client assertion tokens must only be used once')
      }
      if (this.kind === 'Session' && isUnchanged(artifact, reads.artifacts.get(artifact._id))) return
      if (!TOKENS.has(this.kind)) return artifacts.save(artifact)
      // An answer has two tokens, always: they are stored in one command.
      if (reads.waiting) return artifacts.addAll([reads.waiting, artifact])
      reads.waiting = artifact
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

/** But for the end of its life, which each request would put off. */
function isUnchanged(next: ArtifactDocument, stored: ArtifactDocument | undefined): boolean {
  if (!stored || next.expiresAt.getTime() - stored.expiresAt.getTime() >= SESSION_KEPT_MS) return false
  return withoutEnd(next.payload) === withoutEnd(stored.payload)
}

function withoutEnd(payload: string): string {
  return payload.replace(/"exp":\d+/, '')
}

export function artifactId(kind: string, id: string): string {
  return `${kind}:${hashToken(id)}`
}
