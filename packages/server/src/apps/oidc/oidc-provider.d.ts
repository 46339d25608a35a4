/** The part of oidc-provider that is used here; it brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

  /** A Koa context. */
  export interface Context {
    req: IncomingMessage
    res: ServerResponse
    body: unknown
    query: Record<string, unknown>
    type: string
    status: number
    redirect(address: string): void
    cookies: { get(name: string): string | undefined; set(name: string, value: string | null, options?: object): void }
    oidc: {
      route: string
      client: Client
      params: Record<string, string | undefined>
      prompts: Set<string>
      result?: { login?: unknown; consent?: unknown }
      session: Session
      grant?: Grant
      promptPending(name: string): boolean
      requestParamOIDCScopes: Set<string>
    }
  }

  export interface Session {
    uid: string
    accountId?: string
    acr?: string
    amr?: string[]
    loginTs?: number
    touched?: boolean
    authorizations?: Record<string, { sid?: string; grantId?: string; persistsLogout?: boolean }>
    grantIdFor(clientId: string): string | undefined
    loginAccount(login: { accountId: string; acr: string; amr: string[]; loginTs: number }): void
  }

  export interface Grant {
    jti: string
    accountId: string
    clientId: string
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  export interface Client {
    clientId: string
    clientName?: string
    sectorIdentifierUri?: string
    redirectUris: string[]
    clientAuthMethod: string
    postLogoutRedirectUris: string[]
    compareClientSecret(secret: string): boolean | Promise<boolean>
    backchannelLogout(subject: string, sid?: string): Promise<unknown>
    metadata(): Record<string, unknown>
  }

  export interface Token {
    kind: string
    jti: string
    accountId: string
    clientId: string
    grantId: string
    sid?: string
  }

  export interface Interaction {
    jti: string
    exp: number
    returnTo: string
    params: Record<string, string | undefined>
    prompt: { name: string; reasons: string[]; details?: { browser?: string } }
    result?: Record<string, unknown>
    save(ttl: number): Promise<unknown>
  }

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    proxy: boolean
    callback(): RequestListener
    on(event: string, listener: (...values: never[]) => void): this
    /** The request at hand. */
    static readonly ctx: Context | undefined
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): this
    readonly Client: { new (metadata: Record<string, unknown>): Client; prototype: Client }
    readonly Session: { get(context: Context): Promise<Session> }
    cookieName(kind: 'session' | 'interaction' | 'resume'): string
    readonly Interaction: { find(id: string): Promise<Interaction | undefined> }
    readonly Grant: {
      new (grant: { accountId: string; clientId: string }): Grant
      find(id: string): Promise<Grant | undefined>
    }
  }

  export namespace errors {
    class CustomOIDCProviderError extends Error {
      constructor(error: string, description: string)
    }
    class SessionNotFound extends Error {
      constructor(description: string)
    }
    class InvalidGrant extends Error {
      constructor(detail: string)
    }
    class InvalidRequestUri extends Error {
      constructor(description: string)
    }
    class InvalidClientAuth extends Error {
      constructor(detail: string)
    }
  }

  export namespace interactionPolicy {
    class Check {
      constructor(
        reason: string,
        description: string,
        error: string,
        check: (context: Context) => boolean | Promise<boolean>,
      )
    }
    class Prompt {
      constructor(
        info: { name: string; requestable: boolean },
        /** Stored with the interaction. */
        details: (context: Context) => object | Promise<object>,
        ...checks: Check[]
      )
    }
    function base(): { get(name: string): { checks: { get(reason: string): Check } } }
  }

  export default Provider
}
