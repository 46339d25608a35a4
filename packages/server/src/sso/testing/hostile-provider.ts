import { createHash, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import type { Clock } from '../../platform/clock/clock.js'

export const CLIENT = { id: 'twinlock', secret: 'a:secret with & signs' }

type Claims = Record<string, unknown>
type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>

/** What a provider may do other than a good one does; each is called in place of it. */
export interface Lies {
  metadata?: (metadata: Claims) => Claims
  claims?: (claims: Claims) => Claims
  header?: Record<string, unknown>
  sign?: (claims: JWTPayload, provider: HostileProvider) => Promise<string> | string
  userInfo?: (claims: Claims) => Claims
  token?: (response: ServerResponse) => void
  /** Hands out a code again, and whatever the verifier. */
  isCareless?: boolean
}

interface Issued {
  nonce: string | null
  challenge: string | null
  redirectUri: string | null
  claims: Claims
  isUsed: boolean
}

/** A provider that a test makes lie. Left alone it is a good one, by the test's own clock. */
export class HostileProvider {
  lies: Lies = {}
  /** The token requests it received, newest last. */
  readonly tokenRequests: { authorization: string; form: URLSearchParams }[] = []
  readonly #codes = new Map<string, Issued>()

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    readonly keys: KeyPair,
    private readonly clock: Clock,
    private readonly algorithm: string,
  ) {
    server.on('request', (request, response) => void this.#answer(request, response))
  }

  static async start(clock: Clock, algorithm = 'RS256'): Promise<HostileProvider> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return new HostileProvider(
      server,
      issuer,
      await generateKeyPair(algorithm, { extractable: true }),
      clock,
      algorithm,
    )
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  /** A person signs in there. @returns where their browser is sent back to, as path and query */
  signIn(authorizationUrl: string, claims: Claims, over: Record<string, string | null> = {}): string {
    const asked = new URL(authorizationUrl).searchParams
    const code = randomBytes(16).toString('hex')
    this.#codes.set(code, {
      nonce: asked.get('nonce'),
      challenge: asked.get('code_challenge'),
      redirectUri: asked.get('redirect_uri'),
      claims: { ...(asked.get('max_age') === '0' ? { auth_time: this.#seconds() } : {}), ...claims },
      isUsed: false,
    })
    const back = new URL(asked.get('redirect_uri') ?? '')
    const given = { code, state: asked.get('state'), iss: this.issuer, ...over }
    for (const [name, value] of Object.entries(given)) if (value !== null) back.searchParams.set(name, value)
    return back.pathname + back.search
  }

  async sign(claims: JWTPayload, header: Record<string, unknown> = {}): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: this.algorithm, kid: 'k1', ...header })
      .sign(this.keys.privateKey)
  }

  /** Times and audience as they should be. */
  standardClaims(): JWTPayload {
    const now = this.#seconds()
    return { iss: this.issuer, aud: CLIENT.id, iat: now, exp: now + 300 }
  }

  #seconds(): number {
    return Math.floor(this.clock.now().getTime() / 1_000)
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.issuer)
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return json(response, 200, this.lies.metadata?.(this.#metadata()) ?? this.#metadata())
      case '/jwks':
        return json(response, 200, { keys: [{ ...(await exportJWK(this.keys.publicKey)), kid: 'k1', use: 'sig' }] })
      case '/token':
        return this.#token(request, response)
      case '/userinfo': {
        const issued = this.#codes.get((request.headers.authorization ?? '').replace('Bearer ', ''))
        if (!issued) return json(response, 401, {})
        return json(response, 200, this.lies.userInfo?.(issued.claims) ?? issued.claims)
      }
      default:
        return json(response, 404, {})
    }
  }

  async #token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += chunk
    const form = new URLSearchParams(body)
    this.tokenRequests.push({ authorization: request.headers.authorization ?? '', form })
    if (this.lies.token) return this.lies.token(response)
    const code = form.get('code') ?? ''
    const issued = this.#codes.get(code)
    const hash = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const isGood =
      issued && !issued.isUsed && issued.challenge === hash && issued.redirectUri === form.get('redirect_uri')
    if (!issued || (!isGood && !this.lies.isCareless)) return json(response, 400, { error: 'invalid_grant' })
    issued.isUsed = true
    json(response, 200, { access_token: code, token_type: 'Bearer', id_token: await this.#idToken(issued) })
  }

  async #idToken({ claims, nonce }: Issued): Promise<string> {
    const { email, email_verified, name, ...rest } = claims
    const said = { ...this.standardClaims(), nonce, ...rest }
    const lied = (this.lies.claims?.(said) ?? said) as JWTPayload
    return this.lies.sign ? this.lies.sign(lied, this) : this.sign(lied, this.lies.header)
  }

  #metadata(): Claims {
    const { issuer } = this
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/userinfo`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/sign-out`,
      authorization_response_iss_parameter_supported: true,
      id_token_signing_alg_values_supported: [this.algorithm, 'HS256', 'none'],
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
    }
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
