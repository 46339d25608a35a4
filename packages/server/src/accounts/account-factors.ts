import { limits } from '@twinlock/shared/limits'
import { type FactorMethod, factorMethods } from '@twinlock/shared/vocabulary'

interface StoredFactor {
  id: string
  createdAt: Date
  lastUsedAt: Date | null
}

export interface AuthenticatorFactor extends StoredFactor {
  sealedSecret: string
}

export interface SmsFactor extends StoredFactor {
  sealedNumber: string
  maskedNumber: string
}

export interface PasskeyFactor extends StoredFactor {
  /** What the authenticator calls it, base64url. */
  credentialId: string
  /** COSE, base64url. It checks signatures and makes none: nothing to hide. */
  publicKey: string
  /** How often the authenticator says it was used; some always say 0. */
  counter: number
  transports: string[]
  /** Made with the person's PIN, finger or face: it signs in alone. Absent in those from before that, and in simple keys. */
  signsIn?: boolean
  label: string
}

/** A set-up begun and not confirmed; a newer one of its method replaces it. */
interface BegunSetUp {
  id: string
  /** The session or sign-in that began it, by its public id: nobody else is shown its secret. */
  begunBy: string
  startedAt: Date
  expiresAt: Date
  /** Written for servers of the release before, which count here. */
  guesses: number
}

export interface AuthenticatorSetUp extends BegunSetUp {
  sealedSecret: string
}

export interface SmsSetUp extends BegunSetUp {
  sealedNumber: string
  /** Keyed hash of the number: the same number again is the same set-up. */
  numberMac: string
  maskedNumber: string
  sealedCode: string
  codeSentAt: Date
  codeExpiresAt: Date
  sends: number
}

export interface PasskeySetUp extends BegunSetUp {
  challenge: string
}

/** Accounts from before there were passkeys have no list of them. */
export interface Factors {
  app: AuthenticatorFactor | null
  sms: SmsFactor | null
  passkeys?: PasskeyFactor[]
}

export interface SetUps {
  app: AuthenticatorSetUp | null
  sms: SmsSetUp | null
  passkey?: PasskeySetUp | null
}

/** What an account stores of each method: a confirmed factor, and a begun set-up. */
export interface StoredMethods {
  AUTHENTICATOR_APP: { factor: AuthenticatorFactor; setUp: AuthenticatorSetUp }
  SMS: { factor: SmsFactor; setUp: SmsSetUp }
  PASSKEY: { factor: PasskeyFactor; setUp: PasskeySetUp }
}

/** Where an account stores a method, for code that handles all of them alike. */
interface FactorStorage<M extends FactorMethod> {
  factor: keyof Factors
  setUp: keyof SetUps
  /** The factors are a list, at most this long. Without it there is one, which a new one replaces. */
  atMost?: number
  /** The sealed fields of a factor, which its set-up has too, each with the purpose that it is sealed for. */
  sealed: Partial<Record<keyof StoredMethods[M]['factor'] & keyof StoredMethods[M]['setUp'], string>>
  /** What identifies a factor to its owner. */
  labelOf(factor: StoredMethods[M]['factor']): string
}

export const factorStorage: { readonly [M in FactorMethod]: FactorStorage<M> } = {
  AUTHENTICATOR_APP: {
    factor: 'app',
    setUp: 'app',
    sealed: { sealedSecret: 'totp' },
    labelOf: () => 'Authenticator app',
  },
  SMS: {
    factor: 'sms',
    setUp: 'sms',
    sealed: { sealedNumber: 'phone-number' },
    labelOf: ({ maskedNumber }) => maskedNumber,
  },
  PASSKEY: {
    factor: 'passkeys',
    setUp: 'passkey',
    atMost: limits.passkeys.perAccount,
    sealed: {},
    labelOf: ({ label }) => label,
  },
}

/** What an account without two-factor authentication stores: a new object each time, since its holder may change it. */
export const noFactors = (): Required<Factors> => ({ app: null, sms: null, passkeys: [] })
export const noSetUps = (): Required<SetUps> => ({ app: null, sms: null, passkey: null })

/** A confirmed factor of an account, whatever its method. */
export interface OwnedFactor extends StoredFactor {
  method: FactorMethod
  label: string
}

export function factorsOf({ factors }: { factors: Factors }): OwnedFactor[] {
  return factorMethods.flatMap((method) => ownedBy(factors, method))
}

function ownedBy<M extends FactorMethod>(factors: Factors, method: M): OwnedFactor[] {
  const { factor, labelOf } = factorStorage[method]
  const stored = [factors[factor] ?? []].flat() as StoredMethods[M]['factor'][]
  return stored.map((each) => {
    const { id, createdAt, lastUsedAt } = each
    return { method, id, label: labelOf(each), createdAt, lastUsedAt }
  })
}

/** The methods an account has confirmed. */
export function methodsOf({ factors }: { factors: Factors }): FactorMethod[] {
  return factorMethods.filter((method) => [factors[factorStorage[method].factor] ?? []].flat().length > 0)
}

export function passkeysOf({ factors }: { factors: Factors }): readonly PasskeyFactor[] {
  return factors.passkeys ?? []
}

export function hasTwoFactor(account: { factors: Factors }): boolean {
  return methodsOf(account).length > 0
}
