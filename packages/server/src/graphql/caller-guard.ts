import type { ApiKeyScope } from '@twinlock/shared/vocabulary'
import { defaultFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql'
import { requireScope } from '../access/open-network.js'
import { forPeopleOnly } from '../platform/errors/interruption.js'
import type { RequestContext } from '../sessions/request-context.js'

/** The short list: what anybody may ask. Every other root field needs a session, before its resolver is reached. */
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
  'Mutation.resetPassword',
  'Mutation.invitationPreview',
  'Mutation.signIn',
  'Mutation.sendSignInCode',
  'Mutation.verifySecondStep',
  'Mutation.sendMailboxCode',
  'Mutation.proveMailbox',
  'Mutation.continueToOtherNetworks',
  'Mutation.extendSignIn',
  'Mutation.cancelSignIn',
  'Mutation.signOut',
])

/** Answers a session, or a sign-in in progress that has come to its set-up: the services tell the two apart. */
const setUpFields = new Set([
  'Query.setUpProgress',
  'Mutation.beginAuthenticatorSetup',
  'Mutation.confirmAuthenticatorSetup',
  'Mutation.beginSmsSetup',
  'Mutation.resendSmsSetupCode',
  'Mutation.confirmSmsSetup',
])

/** What an API key may call, and by which scope; null: by any key. Every other root field is for people. */
const keyFields = new Map<string, ApiKeyScope | null>([
  ['Query.capabilities', null],
  ['Query.viewer', null],
  ['Query.integration', null],
  ['Query.network', 'network:read'],
  ['Mutation.createWebhook', 'webhooks:write'],
  ['Mutation.changeWebhook', 'webhooks:write'],
  ['Mutation.rotateWebhookSecret', 'webhooks:write'],
  ['Mutation.resumeWebhook', 'webhooks:write'],
  ['Mutation.deleteWebhook', 'webhooks:write'],
  ['Mutation.sendTestEvent', 'webhooks:write'],
  ['Mutation.redeliver', 'webhooks:write'],
  ['Mutation.remindMembers', 'members:remind'],
])

export type Guard = 'public' | 'set-up' | 'session'

export function guardOf(coordinate: string): Guard {
  if (publicFields.has(coordinate)) return 'public'
  return setUpFields.has(coordinate) ? 'set-up' : 'session'
}

/** Undefined: no key may. */
export function scopeOf(coordinate: string): ApiKeyScope | null | undefined {
  return keyFields.get(coordinate)
}

/** Puts the guard before every root field: default deny, for people and keys alike. Networks have their door besides. */
export function guardRootFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) if (type) guardFieldsOf(type)
  return schema
}

function guardFieldsOf(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    const coordinate = `${type.name}.${field.name}`
    const resolve = field.resolve ?? defaultFieldResolver
    field.resolve = async (source, args, context: RequestContext, info) => {
      if (!(await letsKeyIn(coordinate, context))) await requirePerson(guardOf(coordinate), context)
      return resolve(source, args, context, info)
    }
  }
}

/** False without a key. Each mutation reads the key anew: it may have been revoked while the one before ran. */
async function letsKeyIn(coordinate: string, context: RequestContext): Promise<boolean> {
  const key = coordinate.startsWith('Mutation.') ? await context.keyAnew() : context.key()
  if (!key) return false
  const scope = scopeOf(coordinate)
  if (scope === undefined) throw forPeopleOnly()
  if (scope !== null) requireScope(key, scope)
  return true
}

async function requirePerson(guard: Guard, context: RequestContext): Promise<void> {
  if (guard === 'session') await context.requireSession()
  else if (guard === 'set-up') await context.requireSetUpCaller()
}
  ['Query.verification', 'verifications:write'],
  ['Mutation.startVerification', 'verifications:write'],
