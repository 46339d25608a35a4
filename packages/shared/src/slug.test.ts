import { expect, it } from 'vitest'
import { isSlug, slugFrom } from './slug.js'

it.each([
  ['acme', true],
  ['acme-2', true],
  ['42', true],
  ['a', false],
  ['a'.repeat(40), true],
  ['a'.repeat(41), false],
  ['Acme', false],
  ['-acme', false],
  ['acme-', false],
  ['ac--me', false],
  ['ac me', false],
  ['acmé', false],
  ['acme/..', false],
  ['acme\n', false],
  ['', false],
  ['sign-in', false],
  ['admin', false],
])('%j as the address of a network: %s', (text, expected) => {
  expect(isSlug(text)).toBe(expected)
})

it.each([
  ['Acme Corp.', 'acme-corp'],
  ['  Zürich & Söhne  ', 'zurich-sohne'],
  ['!!!', ''],
  [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
])('for the name %j the address %j is proposed', (name, slug) => {
  expect(slugFrom(name)).toBe(slug)
})
