import { ownPathOf } from '@twinlock/shared/own-path'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { NetworkDocument } from '../../networks/network.model.js'
import { isToken, newToken } from '../../platform/crypto/tokens.js'
import { Interruption } from '../../platform/errors/interruption.js'
import type { Logger } from '../../platform/logging/logger.js'
import type { RequestContext } from '../../sessions/request-context.js'
import type { ConnectionHealthService } from '../connections/connection-health.service.js'
import { SsoFailureError } from '../provider/sso-failure.js'
import type { SsoFinishService, SsoOutcome } from './sso-finish.service.js'
import type { SsoPurpose } from './sso-request.store.js'
import type { SsoStartService } from './sso-start.service.js'

export interface SsoRouteParts {
  start: SsoStartService
  finish: SsoFinishService
  health: ConnectionHealthService
  publicUrl: string
  logger: Logger
  contextOf(request: Request, response: Response): RequestContext
}

/** What another try is for. */
interface RetryContext {
  next: string | null
  isConfirmation: boolean
}

/** The two moments at which a browser comes by: on its way to the provider, and back. Both end in a redirect. */
export function ssoRoute(parts: SsoRouteParts): Router {
  const router = Router()
  router.get('/sso/callback/:slug', noStore, (request, response) => handleCallback(parts, request, response))
  router.get('/sso/start/:slug', noStore, (request, response) => begin(parts, request, response))
  // Bookmarks and intranet pages still have the former address. It comes last: a network may be called "start".
  router.get('/sso/:slug/start', noStore, (request, response) => begin(parts, request, response))
  return router
}

async function begin(parts: SsoRouteParts, request: Request, response: Response) {
  const { start, health, publicUrl, contextOf } = parts
  const context = contextOf(request, response)
  const slug = slugOf(request)
  const next = ownPathOf(request.query.next, publicUrl)
  if (isLinkedElsewhere(request)) return response.redirect(303, withQuery('/sign-in/sso', { network: slug, next }))
  let network: NetworkDocument | null = null
  try {
    const found = await start.networkOf(slug)
    network = found
    const purpose = await purposeOf(request, context)
    const url = await start.begin(found, browserToken(context), context.origin.address, purpose, next)
    response.redirect(303, url.href)
  } catch (error) {
    const failure = toSsoFailure(error, parts.logger)
    if (network) health.recordFailure(network, failure, context.origin)
    const retry = { next, isConfirmation: 'confirm' in request.query }
    const place = 'try' in request.query ? trialPage(slug, failure) : failurePage(slug, failure, retry)
    response.redirect(303, place)
  }
}

async function handleCallback(parts: SsoRouteParts, request: Request, response: Response) {
  const { start, finish, health, contextOf } = parts
  const context = contextOf(request, response)
  const slug = slugOf(request)
  let network: NetworkDocument | null = null
  const fail = (error: unknown, retry: RetryContext) => {
    const failure = toSsoFailure(error, parts.logger)
    if (network) health.recordFailure(network, failure, context.origin)
    response.redirect(303, failurePage(slug, failure, retry))
  }
  try {
    const found = await start.networkOf(slug)
    network = found
    const outcome = await finish.finish(found, queryOf(request), {
      token: context.cookies.get('sso') ?? '',
      id: context.browserId(),
      origin: context.origin,
      session: await context.session(),
      ownSignIn: await context.ownSignInBeforeSso(),
    })
    if (outcome.kind === 'failed') fail(outcome.error, outcome)
    else response.redirect(303, placeAfter(outcome, context))
  } catch (error) {
    fail(error, { next: null, isConfirmation: false })
  }
}

function placeAfter(outcome: Exclude<SsoOutcome, { kind: 'failed' }>, context: RequestContext): string {
  switch (outcome.kind) {
    case 'signed-in':
      context.continueInSession(outcome.caller, outcome.token ?? undefined)
      return outcome.next
    case 'link-required':
      return withQuery('/sign-in/sso/join', { next: outcome.next })
    case 'tried':
      return trialPage(outcome.slug, null)
  }
}

/**
 * A provider with an existing session completes a sign-in without a prompt (ASVS 7.6.2). So a link on another site leads
 * to the page that asks first; a typed address, a bookmark or a link here begins it, as in browsers that do not say.
 */
function isLinkedElsewhere(request: Request): boolean {
  return ['cross-site', 'same-site'].includes(request.get('sec-fetch-site') ?? '')
}

/** `?confirm` and `?try` are for a signed-in person; for anyone else it is a sign-in. */
async function purposeOf(request: Request, context: RequestContext): Promise<SsoPurpose> {
  const kind = 'try' in request.query ? 'try' : 'confirm' in request.query ? 'confirm' : null
  const session = kind && (await context.session())
  return session && kind ? { kind, accountId: session.account._id } : { kind: 'sign-in' }
}

/** One for the browser, not for one sign-in: two windows may each have one in progress. Each renews its time. */
function browserToken(context: RequestContext): string {
  const known = context.cookies.get('sso')
  const token = isToken(known) ? known : newToken()
  context.cookies.set('sso', token)
  return token
}

/** An error that is not the provider's is internal and logged; a network that has closed meanwhile ends the sign-in. */
function toSsoFailure(error: unknown, logger: Logger): SsoFailureError {
  if (error instanceof SsoFailureError) return error
  if (error instanceof Interruption) return new SsoFailureError('EXPIRED', error.message, { cause: error })
  logger.error({ err: error }, 'A company sign-in failed')
  return new SsoFailureError('OURS', 'A fault of ours.', { cause: error })
}

function failurePage(network: string, { reason }: SsoFailureError, { next, isConfirmation }: RetryContext): string {
  return withQuery('/sign-in/sso', { network, problem: reason, next, confirm: isConfirmation ? 'yes' : null })
}

/** Where the Admin began the test of the sign-in, and sees what came back. */
function trialPage(network: string, error: SsoFailureError | null): string {
  return `${withQuery(`/networks/${encodeURIComponent(network)}/security/sso`, { problem: error?.reason ?? null })}#test`
}

function withQuery(path: string, query: Record<string, string | null>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null)
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

/** The raw query: a parser's merging of duplicate parameters must not reach the checks. */
function queryOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://unused.invalid').searchParams
}

function slugOf(request: Request): string {
  const { slug } = request.params
  return typeof slug === 'string' ? slug : ''
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}
