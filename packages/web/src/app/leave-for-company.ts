import { withQuery } from '../steps/return-path'

const KEPT_AS = 'twinlock-left-for-company:'
const SOON = 20_000

/**
 * Goes to the company sign-in, and back to where the person is. A user who comes back and is sent there
 * again at once would go in circles forever: they see a message instead.
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
  // A user who turns back may find the page as it was left, waiting for nothing.
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload())
  window.location.assign(withQuery(startUrl, { next: window.location.pathname + window.location.search }))
}
