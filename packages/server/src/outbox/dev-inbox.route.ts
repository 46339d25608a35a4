import { Router } from 'express'
import type { CapturedMessagesStore } from './captured-messages.store.js'
import type { Channel } from './outbox.types.js'

/**
 * `GET /dev/inbox.json`: every captured message, newest first.
 * @param channels those without a real provider. Give none unless this machine alone can reach the server and it is not
 *   production: then the answer is 404, as if there were no such page.
 */
export function devInboxRoute(captured: CapturedMessagesStore, channels: readonly Channel[]): Router {
  const router = Router()
  router.get('/dev/inbox.json', async (_request, response) => {
    response.set('Cache-Control', 'no-store').json(await captured.list(channels))
  })
  return router
}
