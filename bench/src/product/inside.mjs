/** The few parts of the built product that seeding stands on; everything measured goes over HTTP. */
const server = (path) => import(new URL(`../../../packages/server/dist/modules/${path}.js`, import.meta.url).href)

export const { newAccount } = await server('accounts/new-account')
export const { memberCursorOf } = await server('mandate/members/member-query')
export const { newMembership } = await server('memberships/new-membership')
export const { newNetwork } = await server('networks/new-network')
export const { KeyRing } = await server('platform/crypto/key-ring')
export const { createPasswordHasher } = await server('platform/crypto/password-hasher')
export const { hashToken, newToken } = await server('platform/crypto/tokens')
export const { newBackupCodes } = await server('two-factor/backup-codes/backup-code-seal')
