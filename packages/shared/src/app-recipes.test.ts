import { expect, it, test } from 'vitest'
import { gateHeaders, gateRecipes, type RecipeName, recipeNames, recipeOf } from './app-recipes.js'

const values = {
  publicUrl: 'https://login.example.com',
  clientId: 'app_1',
  clientSecret: 's3cret',
  redirectUri: 'https://wiki.example.com/back',
  host: 'wiki.example.com:8443',
}

it.each(recipeNames)('%s is filled in: no place is left for what is known', (name) => {
  const recipe = recipeOf(name, values)
  expect(recipe).toContain('login.example.com')
  // `null` where a value belongs; the code of a recipe may return it.
  expect(recipe).not.toMatch(/undefined|['"`=/]null|\[object|YOUR_/)
})

it.each<[RecipeName, (header: string) => string]>([
  ['caddy', (header) => `request_header -${header}`],
  ['traefik', (header) => `          ${header}: ""`],
  ['nginx', (header) => (header.includes('_') ? `proxy_set_header ${header} "";` : '')],
])('%s removes headers that a client writes in the name of the gate, underscores too', (name, lineOf) => {
  const lines = recipeOf(name, values)
    .split('\n')
    .map((line) => line.trimEnd())
  for (const header of gateHeaders.flatMap((each) => [each, each.replaceAll('-', '_')]))
    expect(
      lines.some((line) => line.endsWith(lineOf(header))),
      header,
    ).toBe(true)
})

it.each(gateRecipes)('%s sends the gate the host as it is written here, not as a client names it', (name) => {
  const recipe = recipeOf(name, values)
  expect(recipe.match(/X-Forwarded-Host:? .*wiki\.example\.com:8443/g)).toHaveLength(name === 'traefik' ? 1 : 2)
  expect(recipe).not.toMatch(/\$http_host|\$host|\{host\}/)
})

test('a secret that is not shown any more is a place to fill in', () => {
  expect(recipeOf('express', { ...values, clientSecret: null })).toContain('YOUR_CLIENT_SECRET')
})
