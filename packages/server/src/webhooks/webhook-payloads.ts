import { factorMethods, roles, secondStepMethods } from '@twinlock/shared/vocabulary'
import type { WebhookEventType } from '@twinlock/shared/webhook-event-types'
import { z } from 'zod'
import { appAccessEnds } from '../events/event.types.js'

const moment = z.iso.datetime().describe('RFC 3339, UTC.')
const member = z
  .object({
    id: z.string().describe("The membership's id, as in the API."),
    email: z.string().describe("The account's address; empty once the account is erased."),
  })
  .describe('A member of the network.')
const actor = z
  .object({
    kind: z.enum(['person', 'key', 'system']).describe('A person, an API key, or the system on its own.'),
    name: z.string().nullable().describe('Their name; null for the system.'),
  })
  .describe('Who did it.')
const factorMethod = z.enum(factorMethods)
const role = z.enum(roles)
const verification = z.object({
  verification: z
    .object({
      id: z.string().describe('Read it with `verification(id)`.'),
      app: z.string().describe('The name of the API key that asked.'),
    })
    .describe('What was asked.'),
  member,
})
const ofMember = z.object({ member })
const ofMethod = z.object({ member, method: factorMethod })
const app = z.object({ id: z.string(), name: z.string() }).describe('The app; its id is its client id.')
const ofApp = z.object({ app, actor })
const ofKey = z.object({ apiKey: z.object({ id: z.string(), name: z.string() }), actor })

/** What each event carries as `data`; published as JSON Schema, and held to it by the tests. */
export const webhookData = {
  'two_factor.enabled': ofMethod.describe('A member set up two-factor authentication.'),
  'two_factor.disabled': ofMember.describe('A member turned two-factor authentication off.'),
  'two_factor.method_added': ofMethod.describe('A member added a method.'),
  'two_factor.method_replaced': ofMethod.describe('A member set up a method again.'),
  'two_factor.method_removed': ofMethod.describe('A member removed a method.'),
  'backup_code.used': z
    .object({ member, left: z.int().min(0).describe('How many are left.') })
    .describe('A member used a backup code.'),
  'sign_in.second_step_failed': z
    .object({ member, method: z.enum(secondStepMethods) })
    .describe('A sign-in had the right password and failed at the second step.'),
  'member.joined': z.object({ member, role, actor }).describe('A member joined the network.'),
  'member.left': z.object({ member, actor }).describe('A member left the network.'),
  'member.removed': z.object({ member, actor }).describe('A member was removed from the network.'),
  'member.sessions_ended': z
    .object({ member, actor })
    .describe('An Admin ended what a member had proved: they sign in again before they enter this network.'),
  'member.role_changed': z.object({ member, from: role, to: role, actor }).describe('A member has another role.'),
  'member.overdue': ofMember.describe('The time of a member to set up required two-factor authentication is over.'),
  'member.extended': z
    .object({ member: member.nullable().describe('Null: several at once.'), until: moment, reason: z.string(), actor })
    .describe('An Admin gave more time.'),
  'mandate.activated': z
    .object({ graceHours: z.number(), deadline: moment, actor })
    .describe('Two-factor authentication is required from now on.'),
  'mandate.deactivated': z.object({ actor }).describe('Two-factor authentication is no longer required.'),
  'verification.completed': verification.describe('A member confirmed a verification.'),
  'verification.declined': verification.describe('A member declined a verification.'),
  'verification.expired': verification.describe('Nobody answered in time.'),
  'verification.locked': verification.describe('Too many wrong codes.'),
  'verification.no_second_step': verification.describe('They have no second step to prove it with.'),
  'api_key.created': ofKey.describe('An Admin made an API key.'),
  'api_key.revoked': ofKey.describe('An Admin revoked an API key.'),
  'app.created': ofApp.describe('An Admin added an app.'),
  'app.changed': ofApp.describe('An Admin changed an app.'),
  'app.secret_rotated': ofApp.describe('An app has a new secret; the one before still works.'),
  'app.deleted': ofApp.describe('An Admin deleted an app.'),
  'app.signed_in': z
    .object({ app, member, acr: z.string().describe('What the sign-in proved.') })
    .describe('A member signed in to an app.'),
  'app.access_ended': z
    .object({ app, member, reason: z.enum(appAccessEnds) })
    .describe('An app no longer has access in the name of a member.'),
  'webhook.test': z.object({ actor }).describe('An Admin asked for a test.'),
} as const satisfies Record<WebhookEventType, z.ZodObject>

export type WebhookData<T extends WebhookEventType> = z.infer<(typeof webhookData)[T]>

/** The message itself. Standard Webhooks, "Payload structure". */
function messageSchema(type: WebhookEventType) {
  return z.object({
    type: z.literal(type),
    timestamp: moment.describe('When it happened.'),
    id: z.string().describe('Names what happened: the same at every webhook, for de-duplication.'),
    network: z.object({ id: z.string() }).describe('Where it happened.'),
    data: webhookData[type],
  })
}

/** Every event there is, as one JSON Schema (draft 2020-12) with a definition for each. */
export function webhookJsonSchema(): Record<string, unknown> {
  const types = Object.keys(webhookData) as WebhookEventType[]
  const definitions = types.map((type) => {
    const { $schema: _, ...schema } = z.toJSONSchema(messageSchema(type))
    return [type, { ...schema, description: webhookData[type].description }]
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Twinlock webhooks',
    oneOf: types.map((type) => ({ $ref: `#/$defs/${type}` })),
    $defs: Object.fromEntries(definitions),
  }
}
