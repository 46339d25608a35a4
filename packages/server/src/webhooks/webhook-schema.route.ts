import { Router } from 'express'
import { webhookJsonSchema } from './webhook-payloads.js'

/** `GET /webhooks.schema.json`: the JSON Schema of every event. */
export function webhookSchemaRoute(): Router {
  let schema: string | undefined
  const router = Router()
  router.get('/webhooks.schema.json', (_request, response) => {
    schema ??= JSON.stringify(webhookJsonSchema(), null, 2)
    response.type('application/schema+json').send(`${schema}\n`)
  })
  return router
}
