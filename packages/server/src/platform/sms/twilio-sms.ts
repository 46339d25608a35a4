import type { Twilio } from 'twilio'
import { delivered } from '../delivery-outcome.js'
import { outcomeOfHttpStatus, outcomeOfNetworkError } from './http-outcome.js'
import type { SmsSender } from './sms-sender.js'

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
        const { status, code } = error as { status?: unknown; code?: unknown }
        if (typeof status !== 'number') return outcomeOfNetworkError(error)
        return outcomeOfHttpStatus(status, typeof code === 'number' ? code : undefined)
      }
    },
  }
}

async function createClient({ accountSid, authToken, apiOrigin, timeout = 10_000 }: TwilioSmsOptions): Promise<Twilio> {
  const { default: twilio } = await import('twilio')
  const httpClient = new twilio.RequestClient({ timeout })
  if (apiOrigin) {
    const request = httpClient.request.bind(httpClient)
    httpClient.request = (call) => request({ ...call, uri: moved(call.uri, apiOrigin) })
  }
  return twilio(accountSid, authToken, { httpClient })
}

function moved(uri: string, origin: string): string {
  const { pathname, search } = new URL(uri)
  return new URL(pathname + search, origin).href
}
