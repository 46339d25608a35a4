import type { AppDocument } from '../app.model.js'
import type { AppSessionDocument } from '../sessions/app-session.model.js'
import type { DecidingFacts } from '../sessions/deciding-facts.js'
import type { ArtifactDocument } from './artifact.model.js'
import type { AppWithStay } from './authorization.store.js'

/** What a token rests on, and what the app holds by its grant. */
export interface TokenFacts extends DecidingFacts {
  appSession: AppSessionDocument | null
}

/**
 * What one request to the provider has read. The library reads the same documents repeatedly; here each is read once,
 * and the whole request is decided by it. Nothing of it outlives the request: the next one sees every change.
 */
export class RequestReads {
  /** The stored id of the session that the browser is in. */
  sessionRef: string | undefined
  readonly apps = new Map<string, Promise<AppDocument | null>>()
  /** By their stored ids. */
  readonly artifacts = new Map<string, ArtifactDocument>()
  /** By the id of the app. */
  readonly stays = new Map<string, AppWithStay>()
  /** By the id of the token. */
  readonly tokens = new Map<string, TokenFacts>()
  /** The first of the two tokens of an answer waits for the other, so that both are stored together. */
  waiting: ArtifactDocument | null = null
}
