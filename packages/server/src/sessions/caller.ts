import type { ApiKeyScope } from '@twinlock/shared/vocabulary'
import type { AccountDocument } from '../accounts/account.model.js'
import type { SessionDocument, SignInDocument } from './session.model.js'

export interface SessionCaller {
  kind: 'session'
  session: SessionDocument
  account: AccountDocument
}

/** Half signed in: the password was right, there is no session yet. */
export interface SignInCaller {
  kind: 'sign-in'
  signIn: SignInDocument
  account: AccountDocument
}

/** Another system, by its API key: it acts as itself in that one network, never as a person. */
export interface KeyCaller {
  kind: 'key'
  keyId: string
  name: string
  networkId: string
  scopes: readonly ApiKeyScope[]
  expiresAt: Date
}
