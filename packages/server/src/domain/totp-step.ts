/** RFC 6238 4.1: T = floor(unix time / X), X = 30 s. */
export const TOTP_PERIOD_SECONDS = 30

export type TotpStepDecision = 'accepted' | 'already-used'

/** RFC 6238 5.2: a step is accepted at most once per account; an older one counts as used. */
export function decideTotpStep(lastStep: number | null, matchedStep: number): TotpStepDecision {
  return lastStep === null || matchedStep > lastStep ? 'accepted' : 'already-used'
}

export function totpStepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / TOTP_PERIOD_SECONDS)
}

/** How far a phone's clock is ahead (negative: behind), in seconds, if its code is from another step. */
export function clockOffsetSeconds(matchedStep: number, now: Date): number {
  return (matchedStep - totpStepAt(now)) * TOTP_PERIOD_SECONDS
}
