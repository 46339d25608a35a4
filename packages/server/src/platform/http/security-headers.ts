import type { RequestHandler } from 'express'
import helmet from 'helmet'

/**
 * No inline script, no framing, no referrer.
 * @param hsts the value of Strict-Transport-Security; null sends none
 * @param logo an image of another origin that pages may show
 */
export function securityHeaders(publicUrl: string, hsts: string | null, logo: string | null): RequestHandler {
  const isHttps = publicUrl.startsWith('https:')
  const images = logo && new URL(logo).origin !== publicUrl ? [new URL(logo).origin] : []
  const common = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', ...images],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        frameSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
  })
  return (request, response, next) => {
    // As the operator wrote it: helmet would build it from parts.
    if (hsts) response.setHeader('Strict-Transport-Security', hsts)
    common(request, response, next)
  }
}
