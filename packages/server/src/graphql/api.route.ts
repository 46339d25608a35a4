import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { expressMiddleware } from '@as-integrations/express5'
import { limits } from '@twinlock/shared/limits'
import express, { type Request, type Response, Router } from 'express'
import type { GraphQLSchema } from 'graphql'
import type { Logger } from '../platform/logging/logger.js'
import type { RequestContext } from '../sessions/request-context.js'
import { printApiSchema } from './build-schema.js'
import { documentCost } from './document-cost.js'
import { documentRules } from './document-limits.js'
import { createErrorFormatter } from './errors.js'
import { refusalLog, retryAfter } from './refusals.js'

export interface Api {
  router: Router
  stop(): Promise<void>
}

/** `POST /graphql` and the SDL at `GET /schema.graphql`. */
export async function createApi(
  schema: GraphQLSchema,
  contextOf: (request: Request, response: Response) => RequestContext,
  { logger, isProduction }: { logger: Logger; isProduction: boolean },
): Promise<Api> {
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    cache: 'bounded',
    parseOptions: { maxTokens: limits.documentTokens },
    validationRules: documentRules,
    formatError: createErrorFormatter(logger),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // An APOLLO_KEY in the environment is meant for other software: nothing of ours leaves for Apollo's servers.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      // Ours is no part of a federated graph; only to find that out, it would load a library of protocol buffers.
      ApolloServerPluginInlineTraceDisabled(),
      // No answer may be cached anyway (see noStore), and working out for how long would wrap every field.
      ApolloServerPluginCacheControlDisabled(),
      refusalLog(logger),
      retryAfter,
      documentCost,
    ],
    stopOnTerminationSignals: false,
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message) => logger.warn(message),
      error: (message) => logger.error(message),
    },
  })
  await server.start()

  let sdl: string | undefined
  const router = Router()
  router.get('/schema.graphql', (_request, response) => {
    sdl ??= printApiSchema(schema)
    response.type('text/plain').send(sdl)
  })
  router.post(
    '/graphql',
    noStore,
    express.json({ limit: limits.bodyBytes, type: 'application/json' }),
    expressMiddleware(server, { context: async ({ req, res }) => contextOf(req, res) }),
  )
  router.all('/graphql', (_request, response) => {
    response.set('Allow', 'POST').status(405).json(errorBody('Send a POST with a JSON body.'))
  })
  return { router, stop: () => server.stop() }
}

const noStore: express.RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}

export function errorBody(message: string, code = 'BAD_REQUEST') {
  return { errors: [{ message, extensions: { code } }] }
}
