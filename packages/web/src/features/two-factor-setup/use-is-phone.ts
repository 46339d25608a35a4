import { useSyncExternalStore } from 'react'

const NARROW = '(max-width: 40rem)'

/** Whether the app that will make the codes is likely on this very device: then there is nothing to scan with. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(NARROW)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => matchMedia(NARROW).matches && navigator.maxTouchPoints > 0,
  )
}
