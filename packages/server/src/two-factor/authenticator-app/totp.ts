import { generateSecret, generateURI, verify } from 'otplib'
import { TOTP_PERIOD_SECONDS } from '../../domain/totp-step.js'

/** The library searches 49 minutes at once; three searches side by side cover 70 minutes on either side of now. */
const SEARCH = { radius: 1_410, centres: [0, -2_820, 2_820] }

/** 160 random bits, base32 (RFC 4226 4, R6). */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 })
}

/**
 * The key URI that authenticator apps read: SHA-1, 6 digits, 30 s, what all of them understand.
 * @param issuer what the app lists the account under
 */
export function otpauthUriOf(secret: string, email: string, issuer: string): string {
  return generateURI({ issuer, label: email, secret })
}

/**
 * The time step a code belongs to, the current or the previous one (RFC 6238 5.2); null when it is of neither.
 * @param code six digits
 */
export async function matchTotpStep(secret: string, code: string, now: Date): Promise<number | null> {
  return stepWithin(secret, code, epochOf(now), [TOTP_PERIOD_SECONDS, 0])
}

/** Another step, up to 70 minutes away, that a code belongs to: its phone's clock is off. */
export async function findDistantTotpStep(secret: string, code: string, now: Date): Promise<number | null> {
  for (const centre of SEARCH.centres) {
    const step = await stepWithin(secret, code, epochOf(now) + centre, [SEARCH.radius, SEARCH.radius])
    if (step !== null) return step
  }
  return null
}

async function stepWithin(
  secret: string,
  token: string,
  epoch: number,
  epochTolerance: [number, number],
): Promise<number | null> {
  const result = await verify({ secret, token, epoch, epochTolerance })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}

function epochOf(now: Date): number {
  return Math.floor(now.getTime() / 1000)
}
