import { GATE_COOKIE } from '@twinlock/shared/app-recipes'
import { DAY, SECOND } from '@twinlock/shared/durations'
import { matchLocale } from '@twinlock/shared/locales'
import { parse, serialize } from 'cookie'
import { type Request, type Response, Router } from 'express'
import type { MetricsService } from '../../metrics/metrics.service.js'
import { isAddressWithin } from '../../platform/http/addresses.js'
import type { EntryLimitService } from '../entry/entry-limit.service.js'
import { escapeHtml, pageOf, pageTextsOf, paragraph } from '../oidc/pages.js'
import type { GateAnswer, GateService } from './gate.service.js'
import { type GateRequest, gateRequestOf, withoutUsualPort } from './gate-request.js'

/** The lifetimes of cookies are in seconds. */
const DAY_SECONDS = DAY / SECOND

export interface GateRouteDeps {
  gate: GateService
  limit: EntryLimitService
  metrics: MetricsService
  addressOf: (request: Request) => string
  trustedProxies: readonly string[]
  publicUrl: string
}

/**
 * `GET /gate` for proxies, and `/.twinlock/*` of the hosts of apps, which they route here. Both are believed from
 * TRUSTED_PROXIES alone. They stand before the check of the Host header: these hosts are not ours.
 */
export function gateRoute({ gate, limit, metrics, addressOf, trustedProxies, publicUrl }: GateRouteDeps): Router {
  const router = Router()
  const isFromProxy = ({ socket }: Request) => isAddressWithin(socket.remoteAddress ?? '', trustedProxies)

  router.get('/gate', async (request, response) => {
    response.set('Cache-Control', 'no-store')
    if (!isFromProxy(request))
      return refuse(response, 403, 'The gate answers proxies alone. Name the address of yours in TRUSTED_PROXIES.')
    const asked = gateRequestOf(request.headersDistinct)
    if (!asked) return refuse(response, 403, 'Send X-Forwarded-Host, X-Forwarded-Proto and X-Forwarded-Uri, each once.')
    const answer = await gate.decide(asked, gateCookieOf(request, asked.scheme))
    metrics.countGateDecision(decisionOf(answer))
    if (answer.kind === 'let-in') {
      // For a proxy that cannot take one cookie away by itself, but can take over a header of this answer.
      const cookies = cookiesOfApp(request)
      return response
        .status(200)
        .set({ ...answer.headers, ...(cookies ? { Cookie: cookies } : {}) })
        .end()
    }
    if (answer.kind === 'refused') {
      // nginx shows a page of its own, whatever this one says.
      if (request.query.mode === 'nginx') return refuse(response, 403, 'Refused.')
      const { locale, t } = await textsAt(gate, request, asked)
      const line = t.refused[answer.reason]
      // What is no page is for a program.
      if (request.accepts(['text', 'html']) !== 'html') return refuse(response, 403, line)
      return show(response, 403, pageOf(locale, t.refused.title, paragraph(line), null))
    }
    if (request.query.mode === 'nginx')
      return response.status(401).set('X-Twinlock-Redirect', answer.location).type('text').send('Sign in first.\n')
    // A page's own background request is not redirected: it would read our page as its answer.
    if (isByScript(request)) return refuse(response, 401, 'Sign in first.')
    response.redirect(302, answer.location)
  })

  router.get('/.twinlock/:act', async (request, response) => {
    response.set('Cache-Control', 'no-store')
    const origin = isFromProxy(request) ? originOf(request) : null
    if (!origin) return refuse(response, 403, 'This address is reached through a proxy alone.')
    const isSecure = origin.startsWith('https:')
    const here = { host: new URL(origin).host, scheme: isSecure ? ('https' as const) : ('http' as const) }
    switch (request.params.act) {
      case 'start': {
        const seconds = await limit.secondsToWait(addressOf(request))
        if (seconds !== null) {
          const { locale, t } = await textsAt(gate, request, here)
          response.set('Retry-After', String(seconds))
          return show(response, 429, pageOf(locale, t.problem.title, paragraph(t.problem.tooMany), null))
        }
        const begun = await gate.begin(origin, request.query.to)
        if (!begun) return refuse(response, 404, 'No app has this host.')
        response.append('Set-Cookie', nonceCookie(begun.nonce, isSecure, 7_200))
        return response.redirect(302, `${publicUrl}/open/${begun.id}`)
      }
      case 'callback': {
        const { id, code } = request.query
        const nonce = parse(request.headers.cookie ?? '')[nonceNameOf(isSecure)]
        const arrived = await gate.arrive(origin, { id, code, nonce })
        response.append('Set-Cookie', nonceCookie('', isSecure, 0))
        if (!arrived) {
          const { locale, t } = await textsAt(gate, request, here)
          const again = `<a href="/">${escapeHtml(t.late.again)}</a>`
          return show(response, 400, pageOf(locale, t.late.title, paragraph(t.late.line) + again, null))
        }
        response.append('Set-Cookie', gateCookie(arrived.token, isSecure, 14 * DAY_SECONDS))
        return response.redirect(303, arrived.to)
      }
      case 'sign-out': {
        if (request.get('sec-fetch-site') === 'cross-site') return refuse(response, 403, 'Begin at the app.')
        await gate.leave(gateCookieOf(request, here.scheme))
        response.append('Set-Cookie', gateCookie('', isSecure, 0))
        return response.redirect(303, publicUrl)
      }
      default:
        return refuse(response, 404, 'There is nothing here.')
    }
  })
  return router
}

/** As the metrics name it. */
function decisionOf(answer: GateAnswer): string {
  switch (answer.kind) {
    case 'let-in':
      return answer.headers['Remote-User'] === '' ? 'public' : 'let_in'
    case 'sign-in':
      return 'sign_in'
    case 'refused':
      return 'refused'
  }
}

/** The host that the browser asked, as the proxy says. */
function originOf({ headers }: Request): string | null {
  const host = String(headers['x-forwarded-host'] ?? headers.host ?? '').toLowerCase()
  const scheme = headers['x-forwarded-proto']
  if (scheme !== 'http' && scheme !== 'https') return null
  return /^[a-z0-9.-]+(:\d{1,5})?$/.test(host) ? `${scheme}://${withoutUsualPort(host, scheme)}` : null
}

/** Under TLS no other host of the domain can plant one of that name (RFC 6265bis 4.1.3.2). */
const nameOf = (isSecure: boolean) => `${isSecure ? '__Host-' : ''}${GATE_COOKIE}`
const nonceNameOf = (isSecure: boolean) => `${nameOf(isSecure)}_nonce`
const gateCookieNames = [true, false].flatMap((isSecure) => [nameOf(isSecure), nonceNameOf(isSecure)])

function gateCookieOf({ headers }: Request, scheme: 'http' | 'https'): string | undefined {
  return parse(headers.cookie ?? '')[nameOf(scheme === 'https')]
}

/** What the browser sent, without the cookies of the gate. */
function cookiesOfApp({ headers }: Request): string {
  const isOfApp = (pair: string) => !gateCookieNames.includes(pair.split('=')[0]?.trim() ?? '')
  return (headers.cookie ?? '').split(/; */).filter(isOfApp).join('; ')
}

function gateCookie(value: string, isSecure: boolean, maxAge: number): string {
  return serialize(nameOf(isSecure), value, scopeOf(isSecure, maxAge))
}

function nonceCookie(value: string, isSecure: boolean, maxAge: number): string {
  return serialize(nonceNameOf(isSecure), value, scopeOf(isSecure, maxAge))
}

function scopeOf(secure: boolean, maxAge: number) {
  return { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge } as const
}

/** A script in a page, by what its browser says. Other clients send a mode without a destination, Node's fetch for one. */
function isByScript(request: Request): boolean {
  const mode = request.get('sec-fetch-mode')
  const isOfPage = mode !== undefined && mode !== 'navigate' && request.get('sec-fetch-dest') !== undefined
  return isOfPage || request.get('x-requested-with') === 'XMLHttpRequest'
}

function refuse(response: Response, status: number, message: string): void {
  response.status(status).type('text').send(`${message}\n`)
}

async function textsAt(gate: GateService, request: Request, { host, scheme }: Pick<GateRequest, 'host' | 'scheme'>) {
  const token = gateCookieOf(request, scheme)
  const locale = await gate.localeAt(host, token, matchLocale(request.acceptsLanguages()))
  return { locale, t: await pageTextsOf(locale) }
}

function show(response: Response, status: number, page: string): void {
  response.status(status).type('html').send(page)
}
