/**
 * WebAuthn 7.2, step 22. A counter that does not grow was counted elsewhere: there may be a copy of the key.
 * @param stored what the authenticator said last
 * @param presented what it says now; both 0: it keeps none
 */
export function acceptPasskeyCounter(stored: number, presented: number): 'accepted' | 'went-back' {
  return stored === 0 || presented > stored ? 'accepted' : 'went-back'
}
