// A wiki whose people sign in through Twinlock. Run it beside Twinlock, with an app made on its Apps page whose address
// is http://localhost:4020/callback, and whose back-channel logout address is http://localhost:4020/signed-out:
//
//   CLIENT_ID=app_… CLIENT_SECRET=… node server.js
import { randomUUID } from 'node:crypto'
import express from 'express'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import * as openid from 'openid-client'

const { TWINLOCK = 'http://localhost:4000', CLIENT_ID = '', CLIENT_SECRET = '', PORT = '4020' } = process.env
const issuer = `${TWINLOCK}/oidc`
const home = `http://localhost:${PORT}`
const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`))

/** Who is in, by the cookie of their browser; a real wiki stores this. */
const sessions = new Map()
const pages = new Map([
  ['Welcome', 'This wiki knows you by Twinlock. When your network requires a second step, it is required here too.'],
  ['How we travel', 'By train where it takes less than six hours.'],
  ['On call', 'Whoever is on call has the phone, and Friday afternoon off.'],
])

let discovered
/** Requested at the first visit, since Twinlock may start after this. */
const configuration = () =>
  (discovered ??= openid
    .discovery(new URL(issuer), CLIENT_ID, CLIENT_SECRET, undefined, { execute: [openid.allowInsecureRequests] })
    .catch((error) => {
      discovered = undefined
      throw error
    }))

const app = express()
app.use(express.urlencoded({ extended: false }))

/** Signed in, and still so: each time the access token has run out, Twinlock is asked whether they still may. */
async function requireReader(request, response, next) {
  const session = sessions.get(cookieOf(request))
  if (!session?.sub) return signIn(request, response)
  if (Date.now() >= session.freshUntil) {
    try {
      const tokens = await openid.refreshTokenGrant(await configuration(), session.refreshToken)
      Object.assign(session, { refreshToken: tokens.refresh_token, freshUntil: Date.now() + tokens.expires_in * 1000 })
    } catch {
      sessions.delete(cookieOf(request))
      return signIn(request, response)
    }
  }
  response.locals.reader = session
  next()
}

async function signIn(request, response) {
  const [id, verifier, state, nonce] = [randomUUID(), openid.randomPKCECodeVerifier(), randomUUID(), randomUUID()]
  // Back to the page that was asked for, but to no other host: a browser reads //host and /\host so.
  const isPage = request.method === 'GET' && /^\/(?![/\\])/.test(request.originalUrl)
  const to = isPage ? request.originalUrl : '/'
  sessions.set(id, { verifier, state, nonce, to })
  response.cookie('wiki', id, { httpOnly: true, sameSite: 'lax' })
  const parameters = {
    redirect_uri: `${home}/callback`,
    scope: 'openid profile email',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  }
  response.redirect(openid.buildAuthorizationUrl(await configuration(), parameters).href)
}

app.get('/callback', async (request, response) => {
  const begun = sessions.get(cookieOf(request))
  if (!begun?.verifier) return response.redirect('/')
  sessions.delete(cookieOf(request))
  const { verifier, state, nonce, to } = begun
  const tokens = await openid
    .authorizationCodeGrant(await configuration(), new URL(request.originalUrl, home), {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
    })
    .catch(() => null)
  if (!tokens)
    return response.status(403).send(page('Not signed in', '<p>You stopped on the way.</p><a href="/">Again</a>'))
  const { sub, sid, name, role, acr } = tokens.claims()
  const id = randomUUID()
  const freshUntil = Date.now() + tokens.expires_in * 1000
  sessions.set(id, {
    sub,
    sid,
    name,
    role,
    acr,
    refreshToken: tokens.refresh_token,
    idToken: tokens.id_token,
    freshUntil,
  })
  response.cookie('wiki', id, { httpOnly: true, sameSite: 'lax' })
  response.redirect(to)
})

/** Twinlock reports that a user was signed out: OpenID Connect Back-Channel Logout 1.0. */
app.post('/signed-out', async (request, response) => {
  try {
    const { payload } = await jwtVerify(request.body.logout_token ?? '', keys, {
      issuer,
      audience: CLIENT_ID,
      typ: 'logout+jwt',
    })
    for (const [id, session] of sessions) if (session.sid === payload.sid) sessions.delete(id)
    response.set('Cache-Control', 'no-store').end()
  } catch {
    response.status(400).end()
  }
})

app.post('/sign-out', async (request, response) => {
  const session = sessions.get(cookieOf(request))
  sessions.delete(cookieOf(request))
  const parameters = {
    post_logout_redirect_uri: `${home}/`,
    ...(session?.idToken ? { id_token_hint: session.idToken } : {}),
  }
  response.redirect(303, openid.buildEndSessionUrl(await configuration(), parameters).href)
})

app.get('/', requireReader, (_request, response) => {
  const list = [...pages.keys()].map((title) => `<li><a href="/pages/${encodeURIComponent(title)}">${title}</a></li>`)
  response.send(page('Wiki', `<ul>${list.join('')}</ul>`, response.locals.reader))
})

app.get('/pages/:title', requireReader, (request, response) => {
  const text = pages.get(request.params.title)
  if (text === undefined) return response.status(404).send(page('No such page', '', response.locals.reader))
  response.send(page(request.params.title, `<p>${text}</p><a href="/">All pages</a>`, response.locals.reader))
})

function page(title, content, reader) {
  const who = reader
    ? `<form method="post" action="/sign-out">${escapeHtml(reader.name)}, ${escapeHtml(reader.role)} · ${escapeHtml(reader.acr)} <button>Sign out</button></form>`
    : ''
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
    <style>body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font: 1.05rem/1.6 system-ui; color-scheme: light dark }</style>
    ${who}<h1>${title}</h1>${content}</html>`
}

const cookieOf = (request) => /(?:^|; )wiki=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1]
const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

app.listen(Number(PORT), '127.0.0.1', () => console.log(`The wiki is ready at ${home}`))
