import type { RequestListener } from 'node:http'
import { type RequestHandler, Router } from 'express'
import type { Provider } from 'oidc-provider'
import type { OidcProviderService } from './oidc-provider.service.js'
import { PAGE_STYLE } from './pages.js'

/** `/oidc`: everything of the OpenID provider; its issuer is PUBLIC_URL/oidc. */
export function oidcRoute(oidc: OidcProviderService, publicUrl: string): Router {
  /** Made once for each set of keys: the library composes its handlers when asked. */
  const callbacks = new WeakMap<Provider, RequestListener>()
  function callbackOf(provider: Provider): RequestListener {
    const made = callbacks.get(provider) ?? provider.callback()
    callbacks.set(provider, made)
    return made
  }

  const { protocol, host } = new URL(publicUrl)
  const router = Router()
  router.get('/oidc/page.css', (_request, response) => {
    response.set('Cache-Control', 'public, max-age=3600').type('css').send(PAGE_STYLE)
  })
  router.use('/oidc', (request, response, next) => {
    oidc.arrives(request, response)
    next()
  })
  router.use('/oidc', ownAddress(protocol.slice(0, -1), host), async (request, response) => {
    const provider = await oidc.provider()
    // Where a form of ours ends up is an address on the app's list: the header cannot name it beforehand.
    response.set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    callbackOf(provider)(request, response)
  })
  return router
}

/** The library makes its addresses from the request: they are those of PUBLIC_URL, whatever a client or proxy says. */
function ownAddress(protocol: string, host: string): RequestHandler {
  return (request, _response, next) => {
    request.headers.host = host
    request.headers['x-forwarded-proto'] = protocol
    request.headers['x-forwarded-host'] = host
    delete request.headers['x-forwarded-for']
    next()
  }
}
