import { defineConfig } from 'rolldown'

/** What a server runs, in few files: finding and reading some two thousand takes longer than all else at a start. */
export default defineConfig({
  plugins: [
    { name: 'ascii', renderChunk: (code) => code.replace(/(\\*)([\u0080-\uffff])/g, escaped) },
    nodeInPlaceOf('sha.js', 'module.exports = require("node:crypto").createHash'),
  ],
  cwd: import.meta.dirname,
  input: { main: 'dist/modules/main.js', cli: 'dist/modules/cli.js' },
  platform: 'node',
  // Native code, and what starts a thread from a file of its own, stay packages.
  external: ['@node-rs/argon2', 'pino', 'pino-pretty'],
  // Types of the schema and errors go by the names of their classes.
  output: { dir: `${import.meta.dirname}/dist`, chunkFileNames: 'chunks/[name].js', keepNames: true, comments: false },
})

/** Apollo, bundled, does not notice that it runs on Node, and would hash every document in JavaScript. */
function nodeInPlaceOf(name, code) {
  const id = `\0${name}`
  return {
    name: `node-in-place-of-${name}`,
    resolveId: (source) => (source === name ? id : null),
    load: (asked) => (asked === id ? { code, moduleType: 'js' } : null),
  }
}

/**
 * With one letter beyond Latin-1 in a file, V8 keeps the whole of it, and reads it, in two bytes a character. A backslash
 * before such a letter means nothing, and would now escape the escape.
 */
function escaped(_, backslashes, letter) {
  const before = backslashes.slice(backslashes.length % 2)
  return `${before}\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}
