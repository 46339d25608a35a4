import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isSlug } from '@twinlock/shared/slug'
import { expect, test } from 'vitest'
import { Person } from '../../testing/person.js'
import type { TestApp } from '../../testing/test-app.js'
import type { HostileProvider } from '../testing/hostile-provider.js'
import { claimsOf, placeOf, putSsoNetwork, signInByProvider } from '../testing/sso-story.js'
import { withProvider } from '../testing/with-provider.js'

let testApp: TestApp
let provider: HostileProvider
withProvider((started) => {
  ;({ testApp, provider } = started)
})

test.each(['start', 'callback', 'back-channel-logout', 'saml', 'try', 'confirm'])(
  'the people of a network with the address "%s" sign in by their company like all others',
  async (slug) => {
    const ada = await new Person(testApp, testApp.browser(), `ada@${slug}.example`).signUp()
    await putSsoNetwork(testApp, provider, [ada], { slug, domain: `${slug}.example` })
    const browser = testApp.browser()
    expect(await signInByProvider(browser, provider, slug, claimsOf(ada.email))).toBe(`/networks/${slug}`)
    expect(await browser.field('{ viewer { email } }')).toEqual({ email: ada.email })
  },
)

test('a bookmark of the former address still leads to the provider', async () => {
  const network = await putSsoNetwork(testApp, provider, [])
  expect(placeOf(await testApp.browser().get(`/sso/${network.slug}/start`))).toContain(provider.issuer)
})

test('no path has a word where another has a slug, unless the word can be no slug', () => {
  const FORMER = '/sso/:slug/start'
  const routes = readdirSync(place('../..'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.route.ts'))
    .map((file) => join('../..', file))
  const paths = [
    ...texts(['../../../../web/src/app/router.tsx'], /path="([^"]+)"/g),
    ...texts(routes, /router\.\w+\(\s*'([^']+)'/g),
  ].filter((path) => path !== FORMER)
  const collisions = paths
    .filter((path) => path.includes(':slug'))
    .flatMap((path) => {
      const [before = ''] = path.split(':slug')
      const words = paths.filter((other) => other.startsWith(before)).map((other) => other.slice(before.length))
      return words.flatMap((word) => (isSlug(word.split('/')[0] ?? '') ? [`${path} and ${before}${word}`] : []))
    })
  expect(paths.filter((path) => path.includes(':slug')).length).toBeGreaterThan(2)
  expect(collisions).toEqual([])
})

function texts(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    [...readFileSync(place(file), 'utf8').matchAll(pattern)].flatMap(([, path]) => path ?? []),
  )
}

function place(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url))
}
