import { expect, test } from 'vitest'

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../generated/**', '!../**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const documents = Object.values(sources).flatMap((source) =>
  [...source.matchAll(/graphql\(`([^`]*)`/g)].map(([, document = '']) => document),
)

test('no document asks for a sentence of the server, so that no screen can show one in another language', () => {
  expect(documents.length).toBeGreaterThan(50)
  expect(documents.filter((document) => /^\s*message$/m.test(document))).toEqual([])
})
