import { limits } from '@twinlock/shared/limits'
import { type WebhookEventType, webhookEventTypes } from '@twinlock/shared/webhook-event-types'
import { isPublicAddress } from '../platform/http/addresses.js'
import type { WebhookSettings } from '../webhooks/webhooks.service.js'

export type WebhookReading =
  | { kind: 'fine'; value: WebhookSettings }
  | { kind: 'invalid'; problems: Record<string, string> }

/**
 * Parses an Admin's input. The address's real target is checked with every delivery; here only its visible form.
 * @param allowsPrivate whether this machine and its neighbours may be called, for development
 */
export function parseWebhookInput(
  input: { url: string; eventTypes: readonly string[] },
  allowsPrivate: boolean,
): WebhookReading {
  const known: readonly string[] = webhookEventTypes
  const url = urlProblem(input.url.trim(), allowsPrivate)
  const unknown = input.eventTypes.find((type) => !known.includes(type))
  const problems = {
    ...(url ? { url } : {}),
    ...(unknown === undefined ? {} : { eventTypes: `There is no such event. Choose from ${known.join(', ')}.` }),
  }
  if (Object.keys(problems).length > 0) return { kind: 'invalid', problems }
  const eventTypes = webhookEventTypes.filter((type): type is WebhookEventType => input.eventTypes.includes(type))
  return { kind: 'fine', value: { url: new URL(input.url.trim()).href, eventTypes } }
}

function urlProblem(text: string, allowsPrivate: boolean): string | null {
  const url = URL.parse(text)
  if (!url || text.length > limits.webhook.urlLength) return 'Write a whole address: https://app.example.com/hooks'
  if (url.protocol !== 'https:' && !(allowsPrivate && url.protocol === 'http:'))
    return 'The address must begin with https://'
  if (url.username || url.password || url.hash) return 'Write it without a user and without a # part.'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isAddress = /^[\d.]+$/.test(host) || host.includes(':')
  if (!allowsPrivate && isAddress && !isPublicAddress(host)) return 'The address must be one of the public Internet.'
  return null
}
