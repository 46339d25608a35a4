import { useEffect, useState } from 'react'

/** Reads the token of the link, then takes it out of the address: nobody should copy or bookmark it by accident. */
export function useTokenOfAddress(): string {
  const [token] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '')
  useEffect(() => {
    if (window.location.hash) window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  return token
}
