import type { ErrorRequestHandler } from 'express'
import { retryAfterSeconds, unavailable } from '../errors/interruption.js'
import type { Logger } from '../logging/logger.js'
import { isDatabaseUnavailable } from '../mongo/unavailable.js'

/** Handles requests that Express rejects: a body too large, invalid JSON. The response repeats nothing of the request. */
export function httpErrors(logger: Logger): ErrorRequestHandler {
  return (error: { status?: number; type?: string }, _request, response, _next) => {
    const status = error.status ?? 500
    if (status >= 500) logger.error({ err: error }, 'A request failed')
    // Part of the response was sent: a truncated file must not look complete.
    if (response.headersSent) return void response.destroy()
    if (isDatabaseUnavailable(error)) {
      const { code, message, details } = unavailable()
      response.set('Retry-After', String(retryAfterSeconds)).status(503)
      return void response.json({ errors: [{ message, extensions: { code, ...details } }] })
    }
    const message =
      status === 413
        ? 'The request is larger than 100 kB.'
        : status < 500
          ? 'The request cannot be read.'
          : 'Something went wrong on our side. Try again in a moment.'
    const code = status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR'
    response.status(status).json({ errors: [{ message, extensions: { code } }] })
  }
}
