import { Router } from 'express'
import { webhookJsonSchema } from './webhook-payloads.js'

/** `GET /webhooks.schema.json`: the JSON Schema of every event. */
export function webhookSchemaRoute(): Router {
  const schema = JSON.stringify(webhookJsonSchema(), null, 2)
  const router = Router()
  router.get('/webhooks.schema.json', (_request, response) => {
    response.type('application/schema+json').send(`${schema}\n`)
  })
  return router
}
