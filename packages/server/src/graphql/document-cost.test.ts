import { buildSchema, type FragmentDefinitionNode, Kind, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest'
import { integratorOf, networkOf } from '../testing/integrator.js'
import { somebody } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { costOf } from './document-cost.js'

const schema = buildSchema(`
  type Query { page(first: Int! = 50): Connection! plain: [Thing!]! thing: Thing! either: Either }
  type Connection { edges: [Edge!]! total: Int }
  type Edge { cursor: String node: Thing }
  type Thing { id: ID name: String parts: [Thing!]! }
  union Either = Thing | Edge
`)

function cost(document: string, variables: Record<string, unknown> = {}): number {
  const { definitions } = parse(document)
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  const fragments = definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
  if (!operation) throw new Error('no operation')
  return costOf(operation, new Map(fragments.map((each) => [each.name.value, each])), variables, schema)
}

describe('a document costs', () => {
  it.each([
    ['one for each field', '{ thing { id name } }', {}, 3],
    ['ten times what stands in a plain list', '{ plain { id name } }', {}, 21],
    [
      'its size times what stands in a page',
      '{ page(first: 3) { edges { node { id } } total } }',
      {},
      1 + 1 + 1 + 3 * 2,
    ],
    ['the usual size where none is given', '{ page { edges { cursor } } }', {}, 1 + 1 + 50],
    ['the size that a variable gives', 'query($n: Int!) { page(first: $n) { edges { cursor } } }', { n: 7 }, 1 + 1 + 7],
    ['what fragments hold', '{ thing { ...T } } fragment T on Thing { id name }', {}, 3],
    ['every member of a union', '{ either { ... on Thing { id } ... on Edge { cursor } } }', {}, 3],
    ['nothing for introspection', '{ __schema { types { name } } }', {}, 0],
  ])('%s', (_name, document, variables, expected) => {
    expect(cost(document, variables)).toBe(expected)
  })

  it('lists within lists', () => {
    expect(cost('{ plain { parts { parts { id } } } }')).toBe(1 + 10 * (1 + 10 * (1 + 10)))
  })

  it('no time, however fragments are spread into each other', () => {
    const chain = Array.from(
      { length: 60 },
      (_, place) => `fragment F${place} on Thing { ...F${place + 1} ...F${place + 1} }`,
    )
    const begun = performance.now()
    expect(cost(`{ thing { ...F0 } } ${chain.join(' ')} fragment F60 on Thing { id }`)).toBeGreaterThan(10_000)
    expect(performance.now() - begun).toBeLessThan(50)
  })
})

describe('over HTTP', () => {
  let testApp: TestApp
  beforeAll(async () => {
    testApp = await startTestApp(inject('mongodbUri'))
  })
  afterAll(() => testApp.close())

  test('K03: a document that costs too much is refused before anything is read, and says what it costs', async () => {
    const ada = await somebody(testApp).signUp()
    await testApp.settle()
    testApp.takeCommands()
    const answer = await ada.browser.ask(
      '{ network(slug: "x") { security { members(first: 99999999) { edges { node { id name } } } } } }',
    )
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^This document costs \d+; 20000 is the limit/),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', limit: 20_000, cost: expect.any(Number) },
    })
    expect(testApp.takeCommands()).toEqual([])
  })

  test('a key is told with every answer what it has asked for', async () => {
    const ada = await somebody(testApp).signUp()
    const key = await integratorOf(testApp, ada, await networkOf(ada))
    const response = await key.post({ query: '{ integration { id name network { slug } } }' })
    expect(await response.json()).toMatchObject({ extensions: { cost: { requested: 5, limit: 20_000 } } })
  })
})
