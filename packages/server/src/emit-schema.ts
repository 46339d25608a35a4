import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import mongoose from 'mongoose'
import { composeRooms } from './compose-rooms.js'
import { readEnvironment } from './environment.js'
import { buildApiSchema, printApiSchema } from './graphql/build-schema.js'
import { systemClock } from './platform/clock/clock.js'
import { KeyRing } from './platform/crypto/key-ring.js'
import { createLogger } from './platform/logging/logger.js'

// Writes the SDL that the code makes; nothing is connected, opened or asked.
const target = process.argv[2] ?? fileURLToPath(new URL('../../shared/schema.graphql', import.meta.url))
const rooms = composeRooms({
  environment: readEnvironment({ MONGODB_URI: 'mongodb://unused', LOG_LEVEL: 'silent' }),
  connection: mongoose.createConnection(),
  clock: systemClock,
  keyRing: new KeyRing([{ id: 'unused', secret: new Uint8Array(32) }]),
  logger: createLogger('silent'),
  webDir: '',
})
await writeFile(target, printApiSchema(buildApiSchema(rooms.resolvers)))
process.exit(0)
