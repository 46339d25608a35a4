import express, { Router } from 'express'
import type { BackChannelLogoutService } from './back-channel-logout.service.js'

/** OpenID Connect Back-Channel Logout 1.0, sections 2.5 and 2.8: a form from the provider itself, without any cookie. */
export function backChannelLogoutRoute(logouts: BackChannelLogoutService): Router {
  const router = Router()
  router.post(
    '/sso/back-channel-logout',
    express.urlencoded({ extended: false, limit: '20kb' }),
    async (request, response) => {
      const token: unknown = request.body?.logout_token
      const isDone = typeof token === 'string' && (await logouts.logout(token))
      response.set('Cache-Control', 'no-store')
      if (isDone) response.status(200).end()
      else response.status(400).json({ error: 'invalid_request', error_description: 'No valid logout token.' })
    },
  )
  return router
}
