/** A person at the demo provider, and the claims it makes about them. */
export interface DemoPerson {
  id: string
  name: string
  email: string
  isEmailVerified: boolean
  /** How they signed in, as the provider puts it (RFC 8176); null: it does not say. */
  amr: string[] | null
  acr: string | null
  isActive: boolean
}

/** One who did a second step there, and one who did not. */
export const demoPeople: readonly DemoPerson[] = [
  {
    id: 'ida',
    name: 'Ida Berg',
    email: 'ida@globex.example',
    isEmailVerified: true,
    amr: ['pwd', 'otp', 'mfa'],
    acr: null,
    isActive: true,
  },
  {
    id: 'noah',
    name: 'Noah Lind',
    email: 'noah@globex.example',
    isEmailVerified: true,
    amr: ['pwd'],
    acr: null,
    isActive: true,
  },
]
