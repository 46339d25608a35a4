/** What a recipe is filled in with. */
export interface RecipeValues {
  /** The address of Twinlock. */
  publicUrl: string
  clientId: string
  /** Null once it is no longer shown: then a place for it stands there. */
  clientSecret: string | null
  redirectUri: string
  /** The host name of an app behind the gate. */
  host: string
}

export const recipeNames = ['express', 'next', 'oauth2-proxy', 'apache', 'caddy', 'nginx', 'traefik'] as const
export type RecipeName = (typeof recipeNames)[number]

export const recipeTitles: Record<RecipeName, string> = {
  express: 'Express',
  next: 'Next.js',
  'oauth2-proxy': 'oauth2-proxy',
  apache: 'Apache',
  caddy: 'Caddy',
  nginx: 'nginx',
  traefik: 'Traefik',
}

/** These ask at the gate; the others sign in by OpenID Connect. */
export const gateRecipes: readonly RecipeName[] = ['caddy', 'nginx', 'traefik']

/** The headers by which the gate says who it is; nobody outside may set them. */
export const gateHeaders = ['Remote-User', 'Remote-Email', 'Remote-Name', 'Remote-Groups', 'Remote-Acr'] as const

/** The cookie of an app's host; on the way to it there is `…_nonce`, too. The app itself never sees either. */
export const GATE_COOKIE = 'twinlock_gate'

/** The release of Auth.js that the recipe for Next.js is tested with: the first with OpenID Connect for Next.js 16. */
export const NEXT_AUTH = 'next-auth@5.0.0-beta.32'

/** A configuration that works as it is, but for the addresses of the app itself. */
export function recipeOf(name: RecipeName, values: RecipeValues): string {
  return recipes[name](values)
}

const secretOf = ({ clientSecret }: RecipeValues) => clientSecret ?? 'YOUR_CLIENT_SECRET'
const underscored = (header: string) => header.replaceAll('-', '_')

const recipes: Record<RecipeName, (values: RecipeValues) => string> = {
  express: (values) => `// npm install express openid-client
import { randomUUID } from 'node:crypto'
import express from 'express'
import * as openid from 'openid-client'

const home = '${originOf(values.redirectUri)}'
const config = await openid.discovery(new URL('${values.publicUrl}/oidc'), '${values.clientId}', '${secretOf(values)}'${
    values.publicUrl.startsWith('http:') ? ', undefined, { execute: [openid.allowInsecureRequests] }' : ''
  })
const sessions = new Map() // Keep them in a database once there is more than one server.
const app = express()

app.get('${pathOf(values.redirectUri)}', async (request, response) => {
  const { checks, to } = sessions.get(cookieOf(request)) ?? {}
  if (!checks) return response.redirect('/')
  const tokens = await openid.authorizationCodeGrant(config, new URL(request.originalUrl, home), checks)
  sessions.delete(cookieOf(request))
  begin(response, { user: tokens.claims(), ...freshnessOf(tokens) })
  response.redirect(to)
})

// Everything below is for people who are signed in. Before the access token runs out, Twinlock is asked whether they still may.
app.use(async (request, response, next) => {
  const session = sessions.get(cookieOf(request))
  try {
    if (session?.freshUntil < Date.now())
      Object.assign(session, freshnessOf(await openid.refreshTokenGrant(config, session.refreshToken)))
  } catch {
    delete session.user
  }
  if (!session?.user) return signIn(request, response)
  request.user = session.user
  next()
})
app.get('/', (request, response) => response.type('text').send(\`Hello \${request.user.name}\`))
app.listen(3000)

async function signIn(request, response) {
  const [verifier, state, nonce] = [openid.randomPKCECodeVerifier(), openid.randomState(), openid.randomNonce()]
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce }
  // Back to the requested page, but to no other host: a browser reads //host and /\\host so.
  const isPage = request.method === 'GET' && /^\\/(?![/\\\\])/.test(request.originalUrl)
  begin(response, { checks, to: isPage ? request.originalUrl : '/' })
  const address = openid.buildAuthorizationUrl(config, {
    redirect_uri: '${values.redirectUri}',
    scope: 'openid profile email',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  response.redirect(address.href)
}

function begin(response, session) {
  const id = randomUUID()
  sessions.set(id, session)
  response.cookie('session', id, { httpOnly: true, sameSite: 'lax', secure: home.startsWith('https:') })
}
function freshnessOf(tokens) {
  return { refreshToken: tokens.refresh_token, freshUntil: Date.now() + (tokens.expires_in - 60) * 1000 }
}
function cookieOf(request) {
  return /(?:^|; )session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
}
`,
  next: (values) => `// npm install ${NEXT_AUTH}
// .env.local: AUTH_URL=${originOf(values.redirectUri)} and AUTH_SECRET=, the answer to: openssl rand -base64 33
// Redirect address: ${originOf(values.redirectUri)}/api/auth/callback/twinlock

// auth.ts
import NextAuth from 'next-auth'

export const { handlers, auth, signIn, signOut } = NextAuth({
  providers: [
    {
      id: 'twinlock',
      name: 'Twinlock',
      type: 'oidc',
      issuer: '${values.publicUrl}/oidc',
      clientId: '${values.clientId}',
      clientSecret: '${secretOf(values)}',
      checks: ['pkce', 'state', 'nonce'],
    },
  ],
  callbacks: {
    // After four minutes Twinlock is asked again. Who still may is back on the page at once, without a question.
    jwt: ({ token, account }) => {
      if (account) return { ...token, freshUntil: Date.now() + 240_000 }
      return Number(token.freshUntil) > Date.now() ? token : null
    },
  },
})

// app/api/auth/[...nextauth]/route.ts
import { handlers } from '../../../../auth'

export const { GET, POST } = handlers

// app/sign-in/route.ts
import { signIn } from '../../auth'

export async function GET(request: Request) {
  await signIn('twinlock', { redirectTo: new URL(request.url).searchParams.get('to') ?? '/' })
}

// proxy.ts
// Before Next.js 16 it is called middleware.ts. Everything but the sign-in itself is for people who are signed in.
import { auth } from './auth'

export default auth((request) => {
  const { pathname, search, origin } = request.nextUrl
  if (request.auth || pathname.startsWith('/api/auth/') || pathname === '/sign-in') return
  return Response.redirect(\`\${origin}/sign-in?to=\${encodeURIComponent(pathname + search)}\`)
})
`,
  'oauth2-proxy': (values) => `# oauth2-proxy.cfg
provider = "oidc"
oidc_issuer_url = "${values.publicUrl}/oidc"
client_id = "${values.clientId}"
client_secret = "${secretOf(values)}"
redirect_url = "${values.redirectUri}"
code_challenge_method = "S256"
scope = "openid profile email groups"
oidc_groups_claim = "groups"
email_domains = ["*"]
# It notices ended access when it renews its cookie, and its last token of five minutes runs out.
cookie_refresh = "4m"
cookie_secret = "" # openssl rand -base64 32 | tr -- '+/' '-_'
upstreams = ["http://127.0.0.1:3000/"]
http_address = "127.0.0.1:4180"
`,
  apache: (values) => `# a2enmod auth_openidc proxy_http
OIDCProviderMetadataURL ${values.publicUrl}/oidc/.well-known/openid-configuration
OIDCClientID ${values.clientId}
OIDCClientSecret ${secretOf(values)}
# A separate path, which no page of the app has.
OIDCRedirectURI ${values.redirectUri}
OIDCCryptoPassphrase "exec:/bin/cat /etc/apache2/oidc-passphrase"
OIDCPKCEMethod S256
OIDCScope "openid profile email groups"
OIDCRemoteUserClaim email
OIDCRefreshAccessTokenBeforeExpiry 60 logout_on_error
# Back-channel logout address of this app: ${values.redirectUri}?logout=backchannel
<Location />
  AuthType openid-connect
  Require valid-user
</Location>
`,
  caddy: (values) => `${values.host} {
  # Nobody outside says who they are.
${gateHeaders
  .flatMap((header) => [header, underscored(header)])
  .map((header) => `  request_header -${header}`)
  .join('\n')}

  # Nor can a client remove it: Connection names headers that end at a proxy.
  request_header Connection "(?i)remote-" "not-"

  # A site answers at every port, and each port may be another app: it is named to the letter.
  handle /.twinlock/* {
    reverse_proxy ${upstreamOf(values.publicUrl)} {
      header_up Host ${values.host}
      header_up X-Forwarded-Host ${values.host}
    }
  }
  handle {
    forward_auth ${upstreamOf(values.publicUrl)} {
      uri /gate
      header_up Host ${hostOf(values.publicUrl)}
      header_up X-Forwarded-Host ${values.host}
      copy_headers ${gateHeaders.join(' ')}
    }
    # The app never sees the cookies of the gate. An empty replacement would set the header instead.
    request_header Cookie "(__Host-)?${GATE_COOKIE}(_nonce)?=[^;]*" "_="
    reverse_proxy 127.0.0.1:3000
  }
}
`,
  nginx: (values) => `server {
  listen 443 ssl;
  server_name ${withoutPort(values.host)};

  # The host is written out everywhere: nginx also answers here for hosts that no server_name names.
  location /.twinlock/ {
    proxy_pass ${values.publicUrl};
    # It leads to the sign-in at its own address, not at this one.
    proxy_redirect off;
    proxy_set_header Host ${values.host};
    proxy_set_header X-Forwarded-Host ${values.host};
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header X-Forwarded-For $remote_addr;
  }
  location = /.twinlock-gate {
    internal;
    proxy_pass ${values.publicUrl}/gate?mode=nginx;
    proxy_pass_request_body off;
    proxy_set_header Content-Length "";
    proxy_set_header Host ${hostOf(values.publicUrl)};
    proxy_set_header X-Forwarded-Host ${values.host};
    proxy_set_header X-Forwarded-Uri $request_uri;
    proxy_set_header X-Forwarded-Proto $scheme;
    proxy_set_header X-Forwarded-Method $request_method;
    proxy_set_header X-Forwarded-For $remote_addr;
    # Its answer carries the cookies of the app.
    proxy_buffer_size 16k;
    proxy_buffers 4 16k;
  }
  location / {
    auth_request /.twinlock-gate;
    auth_request_set $twinlock_redirect $upstream_http_x_twinlock_redirect;
${gateHeaders.map((header) => `    auth_request_set $${variableOf(header)} $upstream_http_${underscored(header).toLowerCase()};`).join('\n')}
    error_page 401 = @twinlock;
    # Each of them is set, so that what came from outside never arrives.
${gateHeaders.map((header) => `    proxy_set_header ${header} $${variableOf(header)};\n    proxy_set_header ${underscored(header)} "";`).join('\n')}
    # The app never sees the cookies of the gate, which answers with the others.
    auth_request_set $app_cookie $upstream_http_cookie;
    proxy_set_header Cookie $app_cookie;
    proxy_set_header Host ${values.host};
    proxy_pass http://127.0.0.1:3000;
  }
  location @twinlock {
    return 302 $twinlock_redirect;
  }
}
`,
  traefik: (values) => `# Dynamic configuration.
http:
  routers:
    app:
      rule: "Host(\`${withoutPort(values.host)}\`)"
      middlewares: [nobody-says-who-they-are, twinlock]
      service: app
    twinlock:
      rule: "Host(\`${withoutPort(values.host)}\`) && PathPrefix(\`/.twinlock/\`)"
      priority: 1000
      middlewares: [nobody-says-who-they-are]
      service: twinlock
  middlewares:
    # What comes from outside under these names is taken away. (Before 2.11.9 and 3.1.3, Traefik also takes the gate's
    # own away from the app when a client names them in Connection.) A rule takes every port, and each may be another app.
    nobody-says-who-they-are:
      headers:
        customRequestHeaders:
          Host: "${values.host}"
          X-Forwarded-Host: "${values.host}"
${gateHeaders
  .flatMap((header) => [header, underscored(header)])
  .map((header) => `          ${header}: ""`)
  .join('\n')}
    twinlock:
      forwardAuth:
        address: "${values.publicUrl}/gate"
        # The gate answers with the cookies of the app, and without its own.
        authResponseHeaders: [${gateHeaders.join(', ')}, Cookie]
  services:
    app:
      loadBalancer:
        servers: [{ url: "http://127.0.0.1:3000" }]
    twinlock:
      loadBalancer:
        passHostHeader: true
        servers: [{ url: "${values.publicUrl}" }]
`,
}

const hostOf = (address: string) => new URL(address).host
const withoutPort = (host: string) => host.replace(/:\d+$/, '')
const originOf = (address: string) => URL.parse(address)?.origin ?? 'https://app.example.com'
const pathOf = (address: string) => URL.parse(address)?.pathname ?? '/callback'
/** nginx has its own $remote_user. */
const variableOf = (header: string) => underscored(header).toLowerCase().replace('remote', 'twinlock')

/** As Caddy writes an upstream: with a scheme where it is TLS. */
function upstreamOf(publicUrl: string): string {
  const { protocol, host } = new URL(publicUrl)
  return protocol === 'https:' ? `https://${host}` : host
}
