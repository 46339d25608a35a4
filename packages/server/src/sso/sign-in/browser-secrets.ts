import { createHmac } from 'node:crypto'

/**
 * What an answer of the provider is checked against, made from the cookie and the state: it is stored nowhere, so that
 * neither a reader of the database nor another browser can finish a sign-in.
 */
export function deriveNonceAndVerifier(browserToken: string, state: string): { nonce: string; codeVerifier: string } {
  const derive = (use: string) => createHmac('sha256', browserToken).update(`${use}:${state}`).digest('base64url')
  return { nonce: derive('nonce'), codeVerifier: derive('code verifier') }
}
