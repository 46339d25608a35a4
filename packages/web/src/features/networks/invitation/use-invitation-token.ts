import { useState } from 'react'
import { tokenOfAddress, useCleanAddress } from '../../../steps/link-token'
import { recall, remember } from '../../../steps/remembered'

const STORAGE_KEY = 'twinlock.invitation'
/** Longer than a sign-up, a sign-in or a new password by mail takes. */
const KEPT_FOR = 2 * 60 * 60_000

/**
 * The token of the link, taken out of the address at once. It waits in this browser while the person signs in or up, or
 * chooses a new password by a mailed link, which opens in another tab. In an address it would be copied, bookmarked, or
 * sent to the server by a reload.
 */
export function useInvitationToken(): { token: string; forget: () => void } {
  const [token] = useState(() => {
    const ofAddress = tokenOfAddress()
    if (ofAddress) remember(STORAGE_KEY, ofAddress, KEPT_FOR)
    return ofAddress || recall(STORAGE_KEY)
  })
  useCleanAddress()
  return { token, forget: () => remember(STORAGE_KEY, null) }
}
