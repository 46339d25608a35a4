import { defaultFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql'
import type { RequestContext } from '../sessions/request-context.js'

/** The short list: what anybody may ask. Every other root field needs a session, before its resolver is reached. */
const publicFields = new Set([
  'Query.capabilities',
  'Query.viewer',
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

export type Guard = 'public' | 'set-up' | 'session'

export function guardOf(coordinate: string): Guard {
  if (publicFields.has(coordinate)) return 'public'
  return setUpFields.has(coordinate) ? 'set-up' : 'session'
}

/** Puts the guard before every root field: default deny. Networks have their door besides. */
export function guardRootFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) if (type) guardFieldsOf(type)
  return schema
}

function guardFieldsOf(type: GraphQLObjectType): void {
  for (const field of Object.values(type.getFields())) {
    const guard = guardOf(`${type.name}.${field.name}`)
    if (guard === 'public') continue
    const resolve = field.resolve ?? defaultFieldResolver
    field.resolve = async (source, args, context: RequestContext, info) => {
      if (guard === 'session') await context.requireSession()
      else await context.requireSetUpCaller()
      return resolve(source, args, context, info)
    }
  }
}
