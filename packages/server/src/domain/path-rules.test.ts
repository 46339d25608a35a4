import { describe, expect, it } from 'vitest'
import type { AppRule } from './app-access.js'
import { leastRule, type RuleOverrides, resolveRule, ruleForPath, unambiguousPath } from './path-rules.js'

describe('a path that is read in two ways is refused', () => {
  it.each([
    '/a/../b',
    '/..',
    '/./a',
    '//evil',
    '/a//b',
    '/a%2fb',
    '/a%2Fb',
    '/%2e%2e/b',
    '/%252e%252e/b',
    '/a%5cb',
    '/a\\b',
    '/a;b=c/d',
    '/%61dmin/users',
    '/adm%49n',
    '/a%7Eb',
    '/a%2Db',
    '/a%3Fb',
    '/a%23b',
    '/a%3Bb',
    '/a%00',
    '/a%50',
    '/ä',
    '/a b',
    '/a#',
    '/public#/../admin/',
    '/a?b#/../c',
    '',
    'a',
    'http://evil/',
    `/${'a'.repeat(4_000)}`,
  ])('%s', (uri) => expect(unambiguousPath(uri)).toBeNull())

  it.each([
    ['/', '/'],
    ['/a/b?next=/../x', '/a/b'],
    ['/a..b/c.d', '/a..b/c.d'],
    ['/caf%C3%A9', '/caf%C3%A9'],
    ['/a%5Bb', '/a[b'],
    ['/My%20Page', '/My Page'],
    ['/a%3Ab/c%40d', '/a:b/c@d'],
    [`/${'a'.repeat(3_999)}`, `/${'a'.repeat(3_999)}`],
  ])('%s is %s', (uri, path) => expect(unambiguousPath(uri)).toBe(path))
})

describe('the longest prefix decides', () => {
  const rules = [{ prefix: '/' }, { prefix: '/admin' }, { prefix: '/admin/public' }, { prefix: '/docs/' }]
  it.each([
    ['/', '/'],
    ['/x', '/'],
    ['/admin', '/admin'],
    ['/admin/users', '/admin'],
    ['/administer', '/'],
    ['/Admin', '/'],
    ['/admin/public', '/admin/public'],
    ['/admin/publication', '/admin'],
    ['/docs/x', '/docs/'],
    ['/docs', '/docs/'],
    ['/doc', '/'],
  ])('%s by %s, in whatever order the rules are', (path, prefix) => {
    expect(ruleForPath(rules, path)?.prefix).toBe(prefix)
    expect(ruleForPath(rules.toReversed(), path)?.prefix).toBe(prefix)
  })

  it('of two rules for one prefix the first', () => {
    const [first, second] = [{ prefix: '/a' }, { prefix: '/a' }]
    expect(ruleForPath([first, second], '/a/b')).toBe(first)
  })

  it('none at all', () => expect(ruleForPath([{ prefix: '/a' }], '/b')).toBeNull())
})

describe('a rule widens only what it says itself', () => {
  const app: AppRule = { access: 'ADMINS', roles: ['OWNER'], requires: 'SECOND_STEP', withinMinutes: null }
  const silent: RuleOverrides = { access: null, roles: null, requires: null, withinMinutes: null }
  const full = (said: Partial<RuleOverrides>) => resolveRule({ ...silent, ...said }, app)

  it.each<[string, Partial<RuleOverrides>, Partial<AppRule>]>([
    ['nothing', {}, {}],
    ['minutes', { withinMinutes: 5 }, { withinMinutes: 5 }],
    ['a step', { requires: 'SIGNED_IN' }, { requires: 'SIGNED_IN' }],
    ['a word for who', { access: 'NO_GUESTS' }, { access: 'NO_GUESTS', roles: null }],
    ['roles', { roles: ['MEMBER'] }, { access: 'EVERYONE', roles: ['MEMBER'] }],
    ['both', { access: 'ADMINS', roles: ['ADMIN'] }, { access: 'ADMINS', roles: ['ADMIN'] }],
  ])('%s', (_, said, becomes) => expect(full(said)).toEqual({ ...app, ...becomes }))

  it('the least of all: anyone who may open one path, without its steps', () => {
    const least = { access: 'EVERYONE', requires: 'SIGNED_IN', withinMinutes: null }
    expect(leastRule([], app)).toEqual({ ...least, roles: ['OWNER'] })
    const rules = [
      { ...silent, withinMinutes: 5 },
      { ...silent, roles: ['GUEST' as const] },
    ]
    expect(leastRule(rules, app)).toEqual({ ...least, roles: ['OWNER', 'OWNER', 'GUEST'] })
  })
})
