import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { KeyRing, SealContext } from '../platform/crypto/key-ring.js'
import type { SealedSecret } from './webhook.model.js'

/** Standard Webhooks, "Symmetric signatures": `whsec_` and the base64 of 24 to 64 random bytes. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

export function secretContext(webhookId: string): SealContext {
  return { owner: webhookId, purpose: 'webhook-secret' }
}

/** The secrets that sign now: the newest, and the one before it while a rotation lasts. */
export function liveSecrets(secrets: readonly SealedSecret[], now: Date): SealedSecret[] {
  return secrets.filter(({ expiresAt }) => expiresAt === null || now < expiresAt)
}

/** Standard Webhooks, "Webhook headers": one signature for each live secret, with a space between. */
export async function signedHeaders(
  keyRing: KeyRing,
  webhook: { _id: string; secrets: readonly SealedSecret[] },
  message: { id: string; body: string },
  now: Date,
): Promise<Record<string, string>> {
  const signatures = liveSecrets(webhook.secrets, now).map(async ({ sealed }) => {
    const secret = await keyRing.open(sealed, secretContext(webhook._id))
    return new Webhook(secret).sign(message.id, now, message.body)
  })
  return {
    'webhook-id': message.id,
    'webhook-timestamp': Math.floor(now.getTime() / 1000).toString(),
    'webhook-signature': (await Promise.all(signatures)).join(' '),
  }
}
