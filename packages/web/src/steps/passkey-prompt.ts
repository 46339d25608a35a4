/** What became of asking the browser. `gone`: the page has moved on, or has asked again. */
export type PasskeyAnswer =
  | { kind: 'answered'; json: string }
  | { kind: 'cancelled' }
  | { kind: 'known' }
  | { kind: 'failed' }
  | { kind: 'gone' }

export function hasPasskeys(): boolean {
  return typeof window.PublicKeyCredential === 'function'
}

const ceremonies = () => import('@simplewebauthn/browser')

/** Loads what a ceremony needs, so that nothing stands between the press of a button and the prompt. */
export function preparePasskeys(): void {
  void ceremonies()
}

/** @param optionsJson as the server wrote it */
export async function makePasskey(optionsJson: string): Promise<PasskeyAnswer> {
  const { startRegistration } = await ceremonies()
  return answerOf(() => startRegistration({ optionsJSON: JSON.parse(optionsJson) }))
}

/**
 * @param optionsJson as the server wrote it
 * @param isInField the browser offers passkeys in the email field, and waits, instead of asking by its prompt
 */
export async function askForPasskey(optionsJson: string, isInField = false): Promise<PasskeyAnswer> {
  const { startAuthentication } = await ceremonies()
  return answerOf(() => startAuthentication({ optionsJSON: JSON.parse(optionsJson), useBrowserAutofill: isInField }))
}

/** Whether the browser can offer passkeys in a field (WebAuthn 5.1.7). */
export async function fillsPasskeys(): Promise<boolean> {
  return hasPasskeys() && (await window.PublicKeyCredential.isConditionalMediationAvailable?.()) === true
}

/** Takes a prompt away that nobody waits for any more. */
export async function dropPasskeyPrompt(): Promise<void> {
  const { WebAuthnAbortService } = await ceremonies()
  WebAuthnAbortService.cancelCeremony()
}

async function answerOf(ask: () => Promise<unknown>): Promise<PasskeyAnswer> {
  try {
    return { kind: 'answered', json: JSON.stringify(await ask()) }
  } catch (error) {
    // WebAuthn 5.1.3 and 5.1.4: a closed prompt, one that timed out and one that nothing answers are not told apart.
    const name = error instanceof Error ? error.name : ''
    if (name === 'NotAllowedError') return { kind: 'cancelled' }
    if (name === 'AbortError') return { kind: 'gone' }
    return { kind: name === 'InvalidStateError' ? 'known' : 'failed' }
  }
}
