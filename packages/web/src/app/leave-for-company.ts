import { placeWith } from '../steps/place-with'

const KEPT_AS = 'twinlock-left-for-company:'
const SOON = 20_000

/**
 * Goes to the company sign-in, and back to where the person is. Whoever comes back and is sent there again at once would
 * go round for ever: they are told instead.
 * @param tell shows that it did not work
 */
export function leaveForCompany(startUrl: string, tell: () => void): void {
  const key = KEPT_AS + startUrl
  const leftAt = Number(window.sessionStorage.getItem(key) ?? 0)
  window.sessionStorage.setItem(key, String(Date.now()))
  if (Date.now() - leftAt < SOON) {
    tell()
    return
  }
  // Whoever turns back may find the page as it was left, waiting for nothing.
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload())
  window.location.assign(placeWith(startUrl, { next: window.location.pathname + window.location.search }))
}
