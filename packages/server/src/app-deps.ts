import type { Connection } from 'mongoose'
import type { Environment } from './environment.js'
import type { Clock } from './platform/clock/clock.js'
import type { KeyRing } from './platform/crypto/key-ring.js'
import type { Logger } from './platform/logging/logger.js'
import type { ResolveTxt } from './sso/domains/txt-lookup.js'

/** What a server is made of: everything that reaches outside of it. */
export interface AppDeps {
  environment: Environment
  connection: Connection
  clock: Clock
  keyRing: KeyRing
  logger: Logger
  /** The built web app. */
  webDir: string
  /** How long what follows several answers is gathered under load; the usual time unless given. */
  gatherMs?: number | undefined
  /** Asks the DNS for TXT records; the machine's own resolver unless given. */
  resolveTxt?: ResolveTxt
}
