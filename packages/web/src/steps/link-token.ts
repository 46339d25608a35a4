import { useLayoutEffect, useState } from 'react'

/** As a token is mailed: 43 characters, behind the id of what it belongs to where it has one. */
const TOKEN = /(?:[a-z]{2,5}_[\w-]{20}\.)?[\w-]{43}/
const WRITTEN = '(?:=|%(?:25)*3D)'
/** Mail gateways write `#` as `%23`, some of them twice, and move what follows into the path or the query. */
const MISPLACED = new RegExp(`(?:[?&]|%(?:25)*23)token${WRITTEN}(${TOKEN.source})`, 'i')

/**
 * Puts the token of a mailed link back behind `#`, where no server sees it, before anything reads the address.
 * Call it once, before the router looks.
 */
export function restoreLinkToken(): void {
  const { pathname, search, hash } = window.location
  if (hash) return
  const found = MISPLACED.exec(pathname + search)
  if (!found) return
  const [path = '/'] = (pathname + search).slice(0, found.index).split('?')
  window.history.replaceState(window.history.state, '', `${path}#token=${found[1]}`)
}

/** The token behind `#`, without what a mail program stuck to it; empty where it is missing or cut off. */
export function tokenOfAddress(): string {
  return new RegExp(`token${WRITTEN}(${TOKEN.source})`, 'i').exec(window.location.hash)?.[1] ?? ''
}

/**
 * Takes the token out of the address once it is read: nobody should copy or bookmark it by accident. Another link that
 * is pasted over this page differs behind the # alone, for which no browser loads it again: we do.
 */
export function useCleanAddress(): void {
  useLayoutEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname)
    const beginAgain = () => {
      if (tokenOfAddress()) window.location.reload()
    }
    window.addEventListener('hashchange', beginAgain)
    return () => window.removeEventListener('hashchange', beginAgain)
  }, [])
}

export function useLinkToken(): string {
  const [token] = useState(tokenOfAddress)
  useCleanAddress()
  return token
}
