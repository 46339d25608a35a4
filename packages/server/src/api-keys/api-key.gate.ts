import { limits } from '@twinlock/shared/limits'
import type { RequestHandler, Response } from 'express'
import type { Clock } from '../platform/clock/clock.js'
import { Interruption } from '../platform/errors/interruption.js'
import type { Logger } from '../platform/logging/logger.js'
import type { FixedWindowStore } from '../platform/mongo/fixed-window.store.js'
import type { KeyCaller } from '../sessions/caller.js'
import type { RequestKey } from '../sessions/request-context.js'
import { bearerTokenOf, isKeyInAddress, prefixOf } from './api-key.model.js'
import type { KeyCallerService } from './key-caller.service.js'

/** Before the API: authenticates a key and counts its requests this minute. Requests without a key pass. */
export function apiKeyGate(
  keys: KeyCallerService,
  rates: FixedWindowStore,
  clock: Clock,
  addressOf: (request: Parameters<RequestHandler>[0]) => string,
  logger: Logger,
): RequestHandler {
  return async (request, response, next) => {
    if (isKeyInAddress(request.originalUrl)) {
      const advice = 'Send the key in the Authorization header. This one has stood in an address: revoke it.'
      return refuse(response, 400, 'BAD_REQUEST', advice)
    }
    const token = bearerTokenOf(request.get('authorization'))
    if (token === null) return next()
    const resume = () => keys.resume(token, addressOf(request))
    try {
      const caller = await resume()
      if (await isOverLimit(caller, rates, clock.now(), response)) {
        const { count, windowMs } = limits.apiKey.requests
        const message = `This API key has sent its ${count} requests of these ${windowMs / 1000} seconds.`
        return refuse(response, 429, 'RATE_LIMITED', message)
      }
      response.locals.key = { caller, resume } satisfies RequestKey
    } catch (error) {
      if (!(error instanceof Interruption)) throw error
      logger.info(
        { prefix: prefixOf(token), address: addressOf(request), why: error.message },
        'An API key was refused',
      )
      response.set('WWW-Authenticate', 'Bearer realm="twinlock", error="invalid_token"')
      return refuse(response, 401, error.code, error.message)
    }
    next()
  }
}

/** The fields of draft-ietf-httpapi-ratelimit-headers: the quota, and what is left of it until when. */
async function isOverLimit(key: KeyCaller, rates: FixedWindowStore, now: Date, response: Response): Promise<boolean> {
  const quota = limits.apiKey.requests
  const { count, endsAt } = await rates.count(`api-key:${key.keyId}`, quota.windowMs, now)
  const seconds = Math.ceil((endsAt.getTime() - now.getTime()) / 1000)
  response.set('RateLimit-Policy', `"key";q=${quota.count};w=${quota.windowMs / 1000}`)
  response.set('RateLimit', `"key";r=${Math.max(0, quota.count - count)};t=${seconds}`)
  if (count <= quota.count) return false
  response.set('Retry-After', String(seconds))
  return true
}

function refuse(response: Response, status: number, code: string, message: string): void {
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .json({ errors: [{ message, extensions: { code } }] })
}
