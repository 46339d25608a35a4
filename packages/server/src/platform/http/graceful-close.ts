import type { Server, ServerResponse } from 'node:http'

/**
 * To be called before a server takes requests.
 * @returns closes it: what is under way is answered, nothing new is taken, and no client keeps a connection open by
 * asking again on it
 */
export function gracefulCloseOf(server: Server): () => Promise<void> {
  const unanswered = new Set<ServerResponse>()
  let isClosing = false
  server.prependListener('request', (_request, response) => {
    if (isClosing) response.setHeader('Connection', 'close')
    unanswered.add(response)
    response.once('close', () => unanswered.delete(response))
  })
  return () => {
    isClosing = true
    for (const response of unanswered) if (!response.headersSent) response.setHeader('Connection', 'close')
    return new Promise((resolve) => {
      server.close(() => resolve())
      server.closeIdleConnections()
    })
  }
}
