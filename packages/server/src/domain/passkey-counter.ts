/**
 * WebAuthn 7.2, step 22. A counter that does not increase may mean a copy of the key.
 * @param stored the last value
 * @param presented the new value; both 0: the authenticator has no counter
 */
export function acceptPasskeyCounter(stored: number, presented: number): 'accepted' | 'went-back' {
  return stored === 0 || presented > stored ? 'accepted' : 'went-back'
}
