import { defineConfig } from 'rolldown'

/** What a server runs, in few files: finding and reading some two thousand takes longer than all else at a start. */
export default defineConfig({
  cwd: import.meta.dirname,
  input: { main: 'dist/modules/main.js', cli: 'dist/modules/cli.js' },
  platform: 'node',
  // Native code, and what starts a thread from a file of its own, stay packages.
  external: ['@node-rs/argon2', 'pino', 'pino-pretty'],
  // Types of the schema and errors go by the names of their classes.
  output: { dir: `${import.meta.dirname}/dist`, chunkFileNames: 'chunks/[name].js', keepNames: true, comments: false },
})
