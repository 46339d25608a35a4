import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { limits } from '@twinlock/shared/limits'
import { z } from 'zod'
import type { AccountDocument } from '../../accounts/account.model.js'
import { type PasskeyFactor, passkeysOf } from '../../accounts/account-factors.js'
import type { RelyingParty } from './relying-party.js'

/** Loaded with the first passkey: it is a tenth of what a start would load. */
const webAuthn = () => import('@simplewebauthn/server')

/** COSE names of ES256, EdDSA and RS256: what authenticators in the field speak. */
const ALGORITHMS = [-7, -8, -257]
/** WebAuthn 4, "Credential ID": 1,023 bytes at most. */
const CREDENTIAL_ID_LENGTH = 1_364
/** A key of 8,192-bit RSA has 1,400. */
const PUBLIC_KEY_LENGTH = 2_000
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

type Transport = (typeof TRANSPORTS)[number]
const transport = z.enum(TRANSPORTS)

const credential = z.object({
  id: z.string().max(CREDENTIAL_ID_LENGTH),
  rawId: z.string(),
  type: z.literal('public-key'),
})
const registrationResponse = credential.extend({
  response: z.object({
    clientDataJSON: z.string(),
    attestationObject: z.string(),
    transports: z.array(z.string()).nullish(),
  }),
})
const authenticationResponse = credential.extend({
  response: z.object({
    clientDataJSON: z.string(),
    authenticatorData: z.string(),
    signature: z.string(),
    userHandle: z.string().nullish(),
  }),
})

/** Creation options as JSON. Existing passkeys are excluded, so that an authenticator registers only once. */
export async function registrationOptions(
  account: AccountDocument,
  challenge: string,
  relyingParty: RelyingParty,
): Promise<string> {
  const { generateRegistrationOptions } = await webAuthn()
  const options = await generateRegistrationOptions({
    rpName: relyingParty.name,
    rpID: relyingParty.id,
    userID: bytesOf(account._id, 'utf8'),
    userName: account.email,
    userDisplayName: account.name,
    challenge: bytesOf(challenge, 'base64url'),
    timeout: limits.passkeys.promptLifetime,
    attestationType: 'none',
    excludeCredentials: descriptorsOf(passkeysOf(account)),
    // It signs in alone: found without an account being named, and only after it checked the person.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
  })
  return JSON.stringify(options)
}

/** Request options as JSON, without an account: any discoverable passkey of this site may answer. */
export async function discoverableRequestOptions(challenge: string, relyingParty: RelyingParty): Promise<string> {
  const { generateAuthenticationOptions } = await webAuthn()
  const options = await generateAuthenticationOptions({
    rpID: relyingParty.id,
    challenge: bytesOf(challenge, 'base64url'),
    timeout: limits.passkeys.promptLifetime,
    userVerification: 'required',
  })
  return JSON.stringify(options)
}

/** The account id in the response’s user handle (WebAuthn 6.1); null if it is missing or malformed. */
export function accountIdOf(text: string): string | null {
  const userHandle = read(authenticationResponse, text)?.response.userHandle
  return userHandle ? Buffer.from(userHandle, 'base64url').toString() : null
}

/** Request options as JSON, limited to the account’s passkeys. */
export async function requestOptions(
  passkeys: readonly PasskeyFactor[],
  challenge: string,
  relyingParty: RelyingParty,
): Promise<string> {
  const { generateAuthenticationOptions } = await webAuthn()
  const options = await generateAuthenticationOptions({
    rpID: relyingParty.id,
    allowCredentials: descriptorsOf(passkeys),
    challenge: bytesOf(challenge, 'base64url'),
    timeout: limits.passkeys.promptLifetime,
    userVerification: 'preferred',
  })
  return JSON.stringify(options)
}

/** A new passkey, as the browser brings it back; null when it is none, or not one that was made for this challenge. */
export async function readRegistration(
  text: string,
  asked: { challenge: string; relyingParty: RelyingParty },
): Promise<Pick<PasskeyFactor, 'credentialId' | 'publicKey' | 'counter' | 'transports' | 'signsIn'> | null> {
  const response = read(registrationResponse, text)
  if (!response || !(await isWithoutCertificates(response.response.attestationObject))) return null
  const { verifyRegistrationResponse } = await webAuthn()
  const transports = (response.response.transports ?? []).filter(isTransport)
  const verified = await orNull(
    verifyRegistrationResponse({
      response: asRegistration(response, transports),
      expectedChallenge: asked.challenge,
      expectedOrigin: asked.relyingParty.origin,
      expectedRPID: asked.relyingParty.id,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  )
  if (!verified?.verified) return null
  const { id, publicKey, counter } = verified.registrationInfo.credential
  // One that did not check the person is a second step, and no more.
  const signsIn = verified.registrationInfo.userVerified
  if (publicKey.length > PUBLIC_KEY_LENGTH) return null
  return { credentialId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports, signsIn }
}

export interface PasskeyAssertion {
  passkey: PasskeyFactor
  counter: number
  /** It was made to sign in alone, and has checked the person. */
  isUserVerified: boolean
}

/**
 * Which of an account's passkeys has signed this challenge, and how often it says it was used; null when none has.
 * What to think of the counter is decided elsewhere.
 */
export async function readAssertion(
  text: string,
  asked: {
    challenge: string
    relyingParty: RelyingParty
    accountId: string
    passkeys: readonly PasskeyFactor[]
  },
): Promise<PasskeyAssertion | null> {
  const response = read(authenticationResponse, text)
  const passkey = asked.passkeys.find(({ credentialId }) => credentialId === response?.id)
  if (!response || !passkey) return null
  const { userHandle } = response.response
  // WebAuthn 7.2, step 6: where the authenticator names the account, it has to be this one.
  if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== asked.accountId) return null
  const { verifyAuthenticationResponse } = await webAuthn()
  const verified = await orNull(
    verifyAuthenticationResponse({
      response: asAuthentication(response),
      expectedChallenge: asked.challenge,
      expectedOrigin: asked.relyingParty.origin,
      expectedRPID: asked.relyingParty.id,
      requireUserVerification: false,
      credential: { id: passkey.credentialId, publicKey: bytesOf(passkey.publicKey, 'base64url'), counter: 0 },
    }),
  )
  if (!verified?.verified) return null
  const { newCounter, userVerified } = verified.authenticationInfo
  // Only what was made for it counts as more than a second step.
  return { passkey, counter: newCounter, isUserVerified: userVerified && passkey.signsIn === true }
}

/**
 * No attestation is requested, so a browser sends none, or a signature of the passkey itself (WebAuthn 5.1.3, step 22).
 * Certificates are not even read: the library would ask the addresses that stand in them.
 */
async function isWithoutCertificates(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers')
  try {
    const attestation = decodeAttestationObject(bytesOf(attestationObject, 'base64url'))
    const isOwnSignature = attestation.get('fmt') === 'packed' && attestation.get('attStmt').get('x5c') === undefined
    return attestation.get('fmt') === 'none' || isOwnSignature
  } catch {
    return false
  }
}

function read<T>(shape: z.ZodType<T>, text: string): T | null {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Reading touches nothing of ours, so whatever it throws is about what was sent. */
async function orNull<T>(verifying: Promise<T>): Promise<T | null> {
  try {
    return await verifying
  } catch {
    return null
  }
}

function asRegistration(
  { id, rawId, type, response }: z.infer<typeof registrationResponse>,
  transports: Transport[],
): RegistrationResponseJSON {
  const { clientDataJSON, attestationObject } = response
  return { id, rawId, type, clientExtensionResults: {}, response: { clientDataJSON, attestationObject, transports } }
}

function asAuthentication({
  id,
  rawId,
  type,
  response,
}: z.infer<typeof authenticationResponse>): AuthenticationResponseJSON {
  const { clientDataJSON, authenticatorData, signature } = response
  return { id, rawId, type, clientExtensionResults: {}, response: { clientDataJSON, authenticatorData, signature } }
}

function descriptorsOf(passkeys: readonly PasskeyFactor[]): { id: string; transports: string[] }[] {
  return passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports }))
}

function isTransport(text: string): text is Transport {
  return transport.safeParse(text).success
}

function bytesOf(text: string, encoding: 'utf8' | 'base64url'): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text, encoding))
}
