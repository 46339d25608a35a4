import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions } from 'vite'
import { compression } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'
import { compileTexts } from './build/compile-texts.ts'
import { firstVisit } from './build/first-visit.ts'
import { inlineDocuments } from './build/inline-documents.ts'
import { markdownBlocks } from './build/markdown-blocks.ts'
import { withoutFonts } from './build/without-fonts.ts'

const source = fileURLToPath(new URL('./src', import.meta.url))
// The host stays the one that the browser asked for: the server answers to the name in PUBLIC_URL only.
const server = { target: process.env.TWINLOCK_DEV_SERVER ?? 'http://localhost:4000', changeOrigin: false }
const sourceConditions = ['@twinlock/source', ...defaultClientConditions]

const editorModules =
  /node_modules[\\/](?:graphiql|@graphiql|@graphql-|graphql-language-service|codemirror|codemirror-graphql|markdown-it|@headlessui|@floating-ui|@emotion|framer-motion|graphql[\\/](?:type|utilities|validation|execution|subscription))/

/** What Apollo Client stands on. */
const apiModules = /node_modules[\\/](?:@apollo|@wry|graphql|graphql-tag|optimism|rxjs)[\\/]/

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [
    withoutFonts(/graphiql\/dist\/style\.css/),
    compileTexts(),
    inlineDocuments(source),
    markdownBlocks(),
    react(),
    tailwindcss(),
    compression({ algorithms: ['gzip', 'brotliCompress'] }),
  ],
  resolve: {
    conditions: sourceConditions,
    // Texts are parsed when the app is built: the browser needs no parser.
    alias: [
      {
        find: /^@formatjs\/icu-messageformat-parser$/,
        replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
      },
    ],
  },
  build: {
    manifest: true,
    // The server's policy allows neither inline scripts nor data: URLs.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // What most pages share in one file; otherwise each of them would wait for a dozen small ones. The editor of the
      // developers' page comes in many pieces, which share among themselves what no other page needs.
      output: {
        codeSplitting: {
          groups: [
            // React changes seldom, and stays in the browser's cache.
            { name: 'react', priority: 3, test: /node_modules[\\/](?:react|react-dom|scheduler|react-router)[\\/]/ },
            { name: firstVisit(source), priority: 2 },
            // Loaded after the sign-in page is drawn; see src/api/api-client.ts.
            { name: 'api', priority: 1, test: /node_modules[\\/]@apollo[\\/]/ },
            { name: 'base', minShareCount: 6, test: (id: string) => !editorModules.test(id) && !apiModules.test(id) },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/graphql': server,
      '/schema.graphql': server,
      '/dev/inbox.json': server,
      '^/sso/': server,
      '^/networks/[^/]+/[^/]+\\.csv': server,
    },
  },
  test: {
    name: 'web',
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
})
