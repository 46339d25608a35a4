// Compares the schema with the one of the last release, which other systems are built on: what would break them fails
// the check. A release copies schema.graphql over schema.released.graphql. Run by `npm run check`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, findBreakingChanges } from 'graphql'
import { root } from './lib/project.mjs'

const read = (name) => buildSchema(readFileSync(join(root, 'packages/shared', name), 'utf8'))

const breaks = findBreakingChanges(read('schema.released.graphql'), read('schema.graphql'))
for (const { type, description } of breaks) console.error(`${type}: ${description}`)
if (breaks.length > 0) {
  console.error(`${breaks.length} changes would break systems that use the last release.`)
  console.error('Add beside it instead, and mark the old with @deprecated; it may go two releases later.')
  process.exit(1)
}
console.log('Nothing would break.')
