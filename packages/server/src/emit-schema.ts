import 'reflect-metadata'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { buildApiSchema, printApiSchema } from './graphql/build-schema.js'
import { resolvers } from './resolvers.js'

// Writes the SDL that the code makes; nothing is connected, opened or asked.
const target = process.argv[2] ?? fileURLToPath(new URL('../../shared/schema.graphql', import.meta.url))
const unasked = () => {
  throw new Error('No resolver runs while the schema is printed.')
}
await writeFile(target, printApiSchema(buildApiSchema(resolvers, unasked)))
