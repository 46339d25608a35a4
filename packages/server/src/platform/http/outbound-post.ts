import { ForbiddenTargetError, type OutboundPolicy, requestOutbound } from './outbound-request.js'

export interface OutboundPost {
  url: URL
  headers: Record<string, string>
  body: string
  /** Time limit for the response headers, in milliseconds. */
  timeout: number
  /** Ends it sooner. */
  signal?: AbortSignal
}

export type PostOutcome =
  | { kind: 'answered'; status: number; retryAfter: string | undefined }
  /** The address is inside our own network; nothing was sent. */
  | { kind: 'barred' }
  | { kind: 'unreachable'; reason: string }

/** Posts to a user-supplied address; only the status and `Retry-After` of the response are read. */
export async function postOutbound(post: OutboundPost, policy: OutboundPolicy): Promise<PostOutcome> {
  const { timeout, signal, ...rest } = post
  const limit = AbortSignal.timeout(timeout)
  try {
    const answer = await requestOutbound(
      { ...rest, method: 'POST', signal: signal ? AbortSignal.any([limit, signal]) : limit },
      policy,
    )
    answer.destroy()
    return { kind: 'answered', status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] }
  } catch (error) {
    return outcomeOf(error as NodeJS.ErrnoException)
  }
}

/** Why there was no response, without revealing anything about our own network. */
export const unreachableReasons = {
  NO_ANSWER: 'No answer in time.',
  NAME_NOT_FOUND: 'The name was not found.',
  CONNECTION_REFUSED: 'The connection was refused.',
  CERTIFICATE_NOT_ACCEPTED: 'The certificate was not accepted.',
  CONNECTION_BROKEN: 'The connection broke off.',
} as const

function outcomeOf(error: NodeJS.ErrnoException): PostOutcome {
  if (error instanceof ForbiddenTargetError) return { kind: 'barred' }
  const { code = '', name } = error
  if (name === 'TimeoutError' || name === 'AbortError')
    return { kind: 'unreachable', reason: unreachableReasons.NO_ANSWER }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return { kind: 'unreachable', reason: unreachableReasons.NAME_NOT_FOUND }
  if (code === 'ECONNREFUSED') return { kind: 'unreachable', reason: unreachableReasons.CONNECTION_REFUSED }
  if (/CERT|TLS|SSL/.test(code)) return { kind: 'unreachable', reason: unreachableReasons.CERTIFICATE_NOT_ACCEPTED }
  return { kind: 'unreachable', reason: unreachableReasons.CONNECTION_BROKEN }
}
