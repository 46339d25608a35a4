import { AsyncLocalStorage } from 'node:async_hooks'
import { defaultLocale, type Locale, matchLocale } from '@twinlock/shared/locales'
import type { RequestHandler } from 'express'
import { isTimeZone } from '../clock/time-zone.js'

const wanted = new AsyncLocalStorage<{ locale: Locale | undefined; timeZone: string | undefined }>()

/** Stores the browser's language (`Accept-Language`) and time zone (`Twinlock-Time-Zone`) for the whole request. */
export const rememberLocale: RequestHandler = (request, _response, next) => {
  const timeZone = request.get('twinlock-time-zone')
  wanted.run(
    {
      locale: matchLocale(request.acceptsLanguages()),
      timeZone: timeZone !== undefined && isTimeZone(timeZone) ? timeZone : undefined,
    },
    next,
  )
}

/** The language of the current request; undefined outside a request, or when none of ours is accepted. */
export const requestLocale = (): Locale | undefined => wanted.getStore()?.locale

interface HasLocale {
  locale?: Locale | null
}

/** The language to answer in: the person's own, else the browser's, else the network's, else English. */
export function readerLocale(
  account?: HasLocale | null,
  network?: HasLocale | null,
  browser: Locale | undefined = requestLocale(),
): Locale {
  return account?.locale ?? browser ?? network?.locale ?? defaultLocale
}

/** The IANA time zone of the browser; undefined outside a request, and for clients that send none. */
export const requestTimeZone = (): string | undefined => wanted.getStore()?.timeZone
