import { defineConfig } from 'rolldown'

/** What a server runs, in few files: finding and reading some two thousand takes longer than all else at a start. */
export default defineConfig({
  // Last of all: whatever prints the code again would undo it.
  plugins: [{ name: 'for-v8', generateBundle: (_, bundle) => Object.values(bundle).forEach(writeForV8) }],
  cwd: import.meta.dirname,
  input: { main: 'dist/modules/main.js', cli: 'dist/modules/cli.js' },
  platform: 'node',
  // In place of packages: what Node has built in; each file says what it spares. And no notes to those who write for
  // express or koa: each library that has any would look up, at every start, who called it.
  resolve: {
    alias: { ...inPlaceOf('iconv-lite', 'sha.js', 'whatwg-url'), depd: 'depd/lib/browser/index.js' },
    // Of a package in both forms the modules, of which only what is used is taken: above all graphql.
    mainFields: ['module', 'main'],
  },
  // The forms of React and graphql for development are as large again, and slower.
  transform: { define: { 'process.env.NODE_ENV': "'production'" } },
  // Native code stays a package.
  external: ['@node-rs/argon2'],
  // Types of the schema and errors go by the names of their classes.
  output: { dir: `${import.meta.dirname}/dist`, chunkFileNames: 'chunks/[name].js', keepNames: true, comments: false },
})

function inPlaceOf(...packages) {
  return Object.fromEntries(packages.map((name) => [name, `${import.meta.dirname}/in-place-of/${name}.cjs`]))
}

/**
 * With one letter beyond Latin-1 in a file, V8 keeps the whole of it, and reads it, in two bytes a character. Each
 * CommonJS module is wrapped in an arrow function in brackets, which say to compile it at once; the V8 of Node 20 heeds
 * them before `function` alone, and would read each module twice.
 */
function writeForV8(chunk) {
  if (chunk.type !== 'chunk') return
  chunk.code = chunk.code
    .replace(/__commonJSMin\(\(\(([^()]*)\) => \{/g, '__commonJSMin((function($1) {')
    .replace(/(\\*)([\u0080-\uffff])/g, escaped)
}

/** A backslash before such a letter means nothing, and would now escape the escape. */
function escaped(_, backslashes, letter) {
  const before = backslashes.slice(backslashes.length % 2)
  return `${before}\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}
