export const factorMethods = ['AUTHENTICATOR_APP', 'SMS', 'PASSKEY'] as const
export type FactorMethod = (typeof factorMethods)[number]

export const secondStepMethods = ['AUTHENTICATOR_APP', 'SMS', 'BACKUP_CODE', 'PASSKEY'] as const
export type SecondStepMethod = (typeof secondStepMethods)[number]

/** How far a code that was sent has come. */
export const codeDeliveries = ['QUEUED', 'DELAYED', 'SENT', 'FAILED'] as const
export type CodeDelivery = (typeof codeDeliveries)[number]

/** What helps against too many tries. */
export const attemptRemedies = ['WAIT', 'BEGIN_AGAIN', 'RESET_PASSWORD'] as const
export type AttemptRemedy = (typeof attemptRemedies)[number]

export const roles = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST'] as const
export type Role = (typeof roles)[number]

/** "Admin" in every text of this product means one of these. */
export const isAdminRole = (role: Role): boolean => role === 'OWNER' || role === 'ADMIN'

/** What became of one address of many that were invited. */
export const invitationOutcomes = ['INVITED', 'ALREADY_MEMBER', 'INVALID', 'TOO_MANY'] as const
export type InvitationOutcome = (typeof invitationOutcomes)[number]

export const plans = ['FREE', 'PRO', 'ENTERPRISE'] as const
export type Plan = (typeof plans)[number]

/** Who may make an account. */
export const signUpPolicies = ['OPEN', 'INVITATION', 'DOMAINS'] as const
export type SignUpPolicyName = (typeof signUpPolicies)[number]

/** Who may create a network. */
export const networkCreationPolicies = ['OPEN', 'OPERATOR'] as const
export type NetworkCreationPolicy = (typeof networkCreationPolicies)[number]

export const twoFactorStandings = ['NOT_REQUIRED', 'SATISFIED', 'EXEMPT_SSO', 'GRACE', 'OVERDUE'] as const
export type TwoFactorStanding = (typeof twoFactorStandings)[number]

export const interruptionCodes = [
  'UNAUTHENTICATED',
  'ACCOUNT_CHANGED',
  'FORBIDDEN',
  'NOT_FOUND',
  'TWO_FACTOR_REQUIRED',
  'TWO_FACTOR_SETUP_REQUIRED',
  'SSO_REQUIRED',
  'REAUTHENTICATION_REQUIRED',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const
export type InterruptionCode = (typeof interruptionCodes)[number]

/** `SSO`: a sign-in at the network's identity provider, for users who have no other here. */
export type ReauthenticationNeed = 'PASSWORD' | 'SECOND_STEP' | 'MAILBOX' | 'SSO'

/** What an API key may be allowed; changing the policy, keys and everything of an account is for people alone. */
export const apiKeyScopes = [
  'network:read',
  'members:read',
  'members:remind',
  'external-ids:write',
  'audit:read',
  'verifications:write',
  'webhooks:write',
  'apps:write',
] as const
export type ApiKeyScope = (typeof apiKeyScopes)[number]

/** Who of a network may open an app. */
export const appAccesses = ['EVERYONE', 'NO_GUESTS', 'ADMINS'] as const
export type AppAccess = (typeof appAccesses)[number]

/** What an app asks of a sign-in beside what its network asks. */
export const appRequirements = ['SIGNED_IN', 'SECOND_STEP', 'PHISHING_RESISTANT'] as const
export type AppRequirement = (typeof appRequirements)[number]

/** How an app proves itself at the token endpoint (OpenID Connect Core 9). */
export const clientAuthMethods = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const
export type ClientAuthMethod = (typeof clientAuthMethods)[number]

/** By what its ID tokens and sign-out tokens are signed (RFC 7518); there is a key for each. */
export const signingAlgorithms = ['RS256', 'ES256'] as const
export type SigningAlgorithm = (typeof signingAlgorithms)[number]
