import { AsyncLocalStorage } from 'node:async_hooks'
import { type Locale, matchLocale } from '@twinlock/shared/locales'
import type { RequestHandler } from 'express'

const wanted = new AsyncLocalStorage<Locale | undefined>()

/** Stores the browser's language (`Accept-Language`) for the whole request. */
export const rememberLocale: RequestHandler = (request, _response, next) => {
  wanted.run(matchLocale(request.acceptsLanguages()), next)
}

/** The language of the current request; undefined outside a request, or when none of ours is accepted. */
export const requestLocale = (): Locale | undefined => wanted.getStore()
