import type { Twilio } from 'twilio'
import { type DeliveryOutcome, delivered } from '../delivery-outcome.js'
import { retryAfterMs } from '../http/retry-after.js'
import { outcomeOfHttpStatus, outcomeOfNetworkError, type SmsSender } from './sms-sender.js'

export interface TwilioSmsOptions {
  accountSid: string
  authToken: string
  /** The number or sender id, or the SID of a messaging service (begins with MG). */
  from: string
  /** Where Twilio's API lives; another address only where something speaks its wire format in its place. */
  apiOrigin?: string
  /** Milliseconds. */
  timeout?: number
}

/** Sends through Twilio's own client, which is loaded with the first message: it is large. */
export function createTwilioSms(options: TwilioSmsOptions): SmsSender {
  let client: Promise<Twilio> | undefined
  const sender = options.from.startsWith('MG') ? { messagingServiceSid: options.from } : { from: options.from }
  return {
    async send({ to, text }) {
      client ??= createClient(options)
      try {
        await (await client).messages.create({ to, body: text, ...sender })
        return delivered
      } catch (error) {
        return error instanceof Refused ? error.outcome : outcomeOfNetworkError(error)
      }
    },
  }
}

async function createClient({ accountSid, authToken, apiOrigin, timeout = 10_000 }: TwilioSmsOptions): Promise<Twilio> {
  const { default: twilio } = await import('twilio')
  const httpClient = new twilio.RequestClient({ timeout })
  const request = httpClient.request.bind(httpClient)
  httpClient.request = async (call) => {
    const response = await request(apiOrigin ? { ...call, uri: moved(call.uri, apiOrigin) } : call)
    if (response.statusCode >= 300) throw new Refused(response)
    return response
  }
  return twilio(accountSid, authToken, { httpClient })
}

/** Thrown in place of the client's own error, which has no headers and so does not say when to come back. */
class Refused extends Error {
  readonly outcome: DeliveryOutcome

  constructor({ statusCode, body, headers }: { statusCode: number; body: unknown; headers?: unknown }) {
    super(`Twilio answered ${statusCode}.`)
    const { code } = (typeof body === 'object' && body !== null ? body : {}) as { code?: unknown }
    const wait = retryAfterMs((headers as Record<string, string> | undefined)?.['retry-after'], new Date())
    this.outcome = outcomeOfHttpStatus(statusCode, typeof code === 'number' ? code : undefined, wait)
  }
}

function moved(uri: string, origin: string): string {
  const { pathname, search } = new URL(uri)
  return new URL(pathname + search, origin).href
}
