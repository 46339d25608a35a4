import { Router } from 'express'
import type { SigningKeysService } from './signing-keys.service.js'

/** `GET /.well-known/jwks.json`: what a result is checked with, by anybody. */
export function jwksRoute(signingKeys: SigningKeysService): Router {
  const router = Router()
  router.get('/.well-known/jwks.json', async (_request, response) => {
    const published = await signingKeys.published()
    response
      .set('Cache-Control', 'public, max-age=300')
      .type('application/jwk-set+json')
      .send(JSON.stringify(published))
  })
  return router
}
