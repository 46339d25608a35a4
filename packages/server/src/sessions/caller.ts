import type { AccountDocument } from '../accounts/account.model.js'
import type { SessionDocument, SignInDocument } from './session.model.js'

export interface SessionCaller {
  kind: 'session'
  session: SessionDocument
  account: AccountDocument
}

/** Half signed in: the password was right, there is no session yet. */
export interface TicketCaller {
  kind: 'ticket'
  signIn: SignInDocument
  account: AccountDocument
}

export type Caller = { kind: 'nobody' } | SessionCaller | TicketCaller
