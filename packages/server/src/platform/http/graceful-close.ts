import type { Server, ServerResponse } from 'node:http'

export interface GracefulClose {
  /** Still takes requests, and lets each connection go with its next answer. */
  beginToLeave(): void
  /** Takes nothing new; resolves when what is under way is answered. */
  close(): Promise<void>
}

/** To be called before a server takes requests. */
export function gracefulCloseOf(server: Server): GracefulClose {
  const unanswered = new Set<ServerResponse>()
  let isLeaving = false
  server.prependListener('request', (_request, response) => {
    if (isLeaving) response.setHeader('Connection', 'close')
    unanswered.add(response)
    response.once('close', () => unanswered.delete(response))
  })
  function beginToLeave() {
    isLeaving = true
    for (const response of unanswered) if (!response.headersSent) response.setHeader('Connection', 'close')
  }
  return {
    beginToLeave,
    close() {
      beginToLeave()
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
    },
  }
}
