import { createHmac } from 'node:crypto'
import { hashToken } from '../../platform/crypto/tokens.js'

/**
 * What an answer of the provider is checked against, made from the cookie and the state: it is stored nowhere, so that
 * whoever reads the database cannot finish a sign-in, and another browser neither.
 */
export function secretsOf(browserToken: string, state: string): { nonce: string; codeVerifier: string } {
  const derive = (use: string) => createHmac('sha256', browserToken).update(`${use}:${state}`).digest('base64url')
  return { nonce: derive('nonce'), codeVerifier: derive('code verifier') }
}

export const browserOf = (browserToken: string) => hashToken(browserToken)
