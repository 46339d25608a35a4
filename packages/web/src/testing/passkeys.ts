import { vi } from 'vitest'

/** What the browser's prompt comes to in a test; it works by default. */
export const prompt = { create: vi.fn(async () => ({ id: 'made' })), get: vi.fn(async () => ({ id: 'signed' })) }

/** As the browser says that a prompt was closed, or that a device has one already. */
export function promptError(name: 'NotAllowedError' | 'InvalidStateError' | 'UnknownError'): Error {
  return Object.assign(new Error(), { name })
}

vi.mock('@simplewebauthn/browser', () => ({
  startRegistration: () => prompt.create(),
  startAuthentication: () => prompt.get(),
  WebAuthnAbortService: { cancelCeremony: () => undefined },
}))

/** Gives the browser of a test passkeys, or takes them away. */
export function browserHasPasskeys(isCapable: boolean): void {
  vi.stubGlobal('PublicKeyCredential', isCapable ? class {} : undefined)
}
