import { type DeliveryOutcome, delivered } from '../delivery-outcome.js'
import { retryAfterMs } from '../http/retry-after.js'
import { outcomeOfHttpStatus, outcomeOfNetworkError, type SmsSender } from './sms-sender.js'

export interface HttpSmsOptions {
  url: string
  token: string
  /** Milliseconds. */
  timeout?: number
}

/** POSTs `{to, text, id}` as JSON to a gateway of one's own; any 2xx means that it has taken the message. */
export function createHttpSms({ url, token, timeout = 10_000 }: HttpSmsOptions): SmsSender {
  return {
    async send({ id, to, text }): Promise<DeliveryOutcome> {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ to, text, id }),
          // The target of a redirect would receive the token and the code.
          redirect: 'manual',
          signal: AbortSignal.timeout(timeout),
        })
        await response.body?.cancel()
        if (response.ok) return delivered
        const wait = retryAfterMs(response.headers.get('retry-after'), new Date())
        return outcomeOfHttpStatus(response.status, undefined, wait)
      } catch (error) {
        return outcomeOfNetworkError(error)
      }
    },
  }
}
