import type { ApiKeyScope } from '@twinlock/shared/vocabulary'
import {
  defaultFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql'
import { requireScope } from '../access/access.service.js'
import type { Network } from '../access/network.types.js'
import { hasTwoFactor } from '../accounts/account-factors.js'
import { isOwnSignIn } from '../domain/evidence.js'
import { forbidden, forPeopleOnly } from '../platform/errors/interruption.js'
import type { KeyCaller } from '../sessions/caller.js'
import type { RequestContext } from '../sessions/request-context.js'
import type { Viewer } from '../sessions/viewer.types.js'

/** Root fields that need no session. All others are rejected without one, before their resolver runs. */
const publicFields = new Set([
  'Query.capabilities',
  'Query.viewer',
  'Query.integration',
  'Query.signInProgress',
  'Query.signUpProgress',
  'Mutation.signUp',
  'Mutation.resendConfirmationCode',
  'Mutation.confirmEmail',
  'Mutation.requestPasswordReset',
  'Mutation.passwordResetPreview',
  'Mutation.resetPassword',
  'Mutation.undoEmailChange',
  'Mutation.invitationPreview',
  'Mutation.signIn',
  'Mutation.beginPasskeySignIn',
  'Mutation.signInWithPasskey',
  'Mutation.sendSignInCode',
  'Mutation.beginPasskeySecondStep',
  'Mutation.verifySecondStep',
  'Mutation.useReEnrolment',
  'Mutation.cancelReEnrolment',
  'Mutation.sendMailboxCode',
  'Mutation.proveMailbox',
  'Mutation.continueToOtherNetworks',
  'Mutation.extendSignIn',
  'Mutation.cancelSignIn',
  'Mutation.signOut',
  'Query.companySignIn',
  'Query.companySignInToJoin',
  'Mutation.joinCompanySignIn',
])

/**
 * Acts inside one network, whose access rules evaluate the session: also for one that the network's identity provider alone
 * vouches for. Every other root field is the account's own, and needs its own sign-in.
 */
const networkFields = new Set([
  'Query.network',
  'Mutation.inviteMember',
  'Mutation.inviteMembers',
  'Mutation.resendInvitation',
  'Mutation.revokeInvitation',
  'Mutation.createJoinLink',
  'Mutation.deleteJoinLink',
  'Mutation.changeRole',
  'Mutation.removeMember',
  'Mutation.endMemberSessions',
  'Mutation.transferOwnership',
  'Mutation.deleteNetwork',
  'Mutation.cancelNetworkDeletion',
  'Mutation.setLogRetention',
  'Mutation.setNetworkLocale',
  'Mutation.activateMandatoryTwoFactor',
  'Mutation.deactivateMandatoryTwoFactor',
  'Mutation.changeAllowedMethods',
  'Mutation.giveMoreTime',
  'Mutation.remindMembers',
  'Mutation.grantReEnrolment',
  'Mutation.sendMandateMailToMe',
  'Mutation.setHelpContact',
  'Mutation.setTrustedDeviceDays',
  'Mutation.setPasskeySignIn',
  'Mutation.setSessionLimit',
  'Mutation.createApiKey',
  'Mutation.revokeApiKey',
  'Mutation.setReturnAddresses',
  'Mutation.createWebhook',
  'Mutation.changeWebhook',
  'Mutation.rotateWebhookSecret',
  'Mutation.resumeWebhook',
  'Mutation.deleteWebhook',
  'Mutation.sendTestEvent',
  'Mutation.redeliver',
  'Mutation.setExternalId',
  'Query.appEntry',
  'Mutation.endAppSessions',
  'Mutation.createApp',
  'Mutation.updateApp',
  'Mutation.rotateAppSecret',
  'Mutation.deleteApp',
  'Mutation.endMemberAppSessions',
  'Query.verification',
  'Query.verificationRequest',
  'Mutation.startVerification',
  'Mutation.sendVerificationCode',
  'Mutation.beginPasskeyVerification',
  'Mutation.answerVerification',
  'Mutation.answerVerificationByProvider',
  'Mutation.declineVerification',
  'Mutation.leaveVerification',
  'Mutation.saveSsoConnection',
  'Mutation.endSsoConnection',
  'Mutation.keepSsoConnection',
  'Mutation.setJustInTimeRole',
  'Mutation.requireSso',
  'Mutation.makeSsoOptional',
  'Mutation.setSsoProof',
  'Mutation.claimSsoDomain',
  'Mutation.proveSsoDomain',
  'Mutation.releaseSsoDomain',
  'Mutation.releaseSsoIdentity',
  // The fields that turn such a session into one of the account's own.
  'Mutation.reauthenticate',
  'Mutation.sendReauthenticationCode',
  'Mutation.beginPasskeyReauthentication',
])

/** What such a session sees of its account. */
const fieldsOfAnyViewer = new Set([
  'id',
  'name',
  'email',
  'memberships',
  'apps',
  'appSessions',
  'twoFactor',
  'sessions',
  'confirmedUntil',
  'sessionExpiresAt',
  'isCompanySignIn',
  'companySignOutUrl',
  'deletionAt',
  'locale',
])

/** Answers a session, or a sign-in in progress that has come to its set-up: the services tell the two apart. */
const setUpFields = new Set([
  'Query.setUpProgress',
  'Mutation.beginAuthenticatorSetup',
  'Mutation.confirmAuthenticatorSetup',
  'Mutation.beginSmsSetup',
  'Mutation.resendSmsSetupCode',
  'Mutation.confirmSmsSetup',
  'Mutation.beginPasskeySetup',
  'Mutation.confirmPasskeySetup',
])

/** What an API key may call, and by which scope; null: by any key. Every other root field is for people. */
const keyFields = new Map<string, ApiKeyScope | null>([
  ['Query.capabilities', null],
  ['Query.viewer', null],
  ['Query.integration', null],
  ['Query.network', 'network:read'],
  ['Mutation.remindMembers', 'members:remind'],
  ['Mutation.setExternalId', 'external-ids:write'],
  ['Query.verification', 'verifications:write'],
  ['Mutation.startVerification', 'verifications:write'],
  ['Mutation.createWebhook', 'webhooks:write'],
  ['Mutation.changeWebhook', 'webhooks:write'],
  ['Mutation.rotateWebhookSecret', 'webhooks:write'],
  ['Mutation.resumeWebhook', 'webhooks:write'],
  ['Mutation.deleteWebhook', 'webhooks:write'],
  ['Mutation.sendTestEvent', 'webhooks:write'],
  ['Mutation.redeliver', 'webhooks:write'],
  ['Mutation.createApp', 'apps:write'],
  ['Mutation.updateApp', 'apps:write'],
  ['Mutation.rotateAppSecret', 'apps:write'],
  ['Mutation.deleteApp', 'apps:write'],
])

/** What a key reads of its network without `network:read`, by the scope that manages it. The id is in every answer to it. */
const managedFields = new Map<string, ApiKeyScope>([
  ['apps', 'apps:write'],
  ['app', 'apps:write'],
])

export type Guard = 'public' | 'set-up' | 'network' | 'account'

export function guardOf(coordinate: string): Guard {
  if (publicFields.has(coordinate)) return 'public'
  if (setUpFields.has(coordinate)) return 'set-up'
  return networkFields.has(coordinate) ? 'network' : 'account'
}

/** Undefined: no key may. */
export function scopeOf(coordinate: string): ApiKeyScope | null | undefined {
  return keyFields.get(coordinate)
}

/** Puts the guard before every root field: default deny, for people and keys alike. Networks also check access. */
export function guardRootFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) if (type) guardFieldsOf(type)
  const [viewer, network] = [schema.getType('Viewer'), schema.getType('Network')]
  if (isObjectType(viewer)) guardViewer(viewer)
  if (isObjectType(network)) guardNetwork(network)
  return schema
}

/** Default deny here too: a list is empty, and anything else requires the account's own sign-in. */
function guardViewer(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    if (fieldsOfAnyViewer.has(field.name)) continue
    const resolve = field.resolve ?? defaultFieldResolver
    field.resolve = async (source: Viewer, args, context: RequestContext, info) => {
      const { session, account } = source.caller
      if (isOwnSignIn(session.evidence, hasTwoFactor(account))) return resolve(source, args, context, info)
      if (isListType(getNullableType(field.type))) return []
      throw forbidden('Sign in with your own password to see this.')
    }
  }
}

/** A key enters its network by a scope that manages something there, and sees nothing else of it. */
function guardNetwork(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    if (field.name === 'id') continue
    const own = managedFields.get(field.name)
    const resolve = field.resolve ?? defaultFieldResolver
    field.resolve = (source: Network, args, context: RequestContext, info) => {
      const { open } = source
      if (open.by === 'key' && !(own && open.caller.scopes.includes(own))) requireScope(open.caller, 'network:read')
      return resolve(source, args, context, info)
    }
  }
}

function guardFieldsOf(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    const coordinate = `${type.name}.${field.name}`
    const resolve = field.resolve ?? defaultFieldResolver
    field.resolve = async (source, args, context: RequestContext, info) => {
      if (!(await admitsKey(coordinate, context))) await requirePerson(coordinate, context)
      return resolve(source, args, context, info)
    }
  }
}

/** False without a key. Each mutation reads the key again: it may have been revoked while the one before ran. */
async function admitsKey(coordinate: string, context: RequestContext): Promise<boolean> {
  const key = coordinate.startsWith('Mutation.') ? await context.currentKey() : context.key()
  if (!key) return false
  const scope = scopeOf(coordinate)
  if (scope === undefined) throw forPeopleOnly()
  if (scope !== null && !(coordinate === 'Query.network' && manages(key))) requireScope(key, scope)
  return true
}

/** Whether it may enter its network without `network:read`: `guardNetwork` shows it what it manages. */
function manages({ scopes }: KeyCaller): boolean {
  return [...managedFields.values()].some((scope) => scopes.includes(scope))
}

/** All that an account can do while it is scheduled for erasure, in addition to what anyone may. */
const keepingFields = new Set(['Mutation.cancelAccountDeletion', 'Mutation.reauthenticate'])

async function requirePerson(coordinate: string, context: RequestContext): Promise<void> {
  const guard = guardOf(coordinate)
  const deletion = guard === 'public' ? null : (await context.session())?.account.deletion
  if (deletion && !keepingFields.has(coordinate))
    throw forbidden('Your account is scheduled to be deleted. Keep it first, or sign out.')
  if (guard === 'network') await context.requireSession()
  else if (guard === 'account') await context.requireOwnSignIn()
  else if (guard === 'set-up') await context.requireSetUpCaller()
}
