import { Router } from 'express'

/** `GET /webhooks.schema.json`: the JSON Schema of every event. */
export function webhookSchemaRoute(): Router {
  let schema: string | undefined
  const router = Router()
  router.get('/webhooks.schema.json', async (_request, response) => {
    // A hundred shapes that a start would make, and nothing else needs.
    const { webhookJsonSchema } = await import('./webhook-payloads.js')
    schema ??= JSON.stringify(webhookJsonSchema(), null, 2)
    response.type('application/schema+json').send(`${schema}\n`)
  })
  return router
}
