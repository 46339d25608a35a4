import { buildSchema, type FragmentDefinitionNode, Kind, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, inject, it, test } from 'vitest'
import { integratorOf, networkOf } from '../testing/integrator.js'
import { newPerson } from '../testing/person.js'
import { startTestApp, type TestApp } from '../testing/test-app.js'
import { costOf } from './document-cost.js'

const schema = buildSchema(`
  type Query { page(first: Int! = 50): Connection! log(first: Int! = 20): [Thing!]! plain: [Thing!]! thing: Thing! either: Either }
  type Connection { edges: [Edge!]! total: Int }
  type Edge { cursor: String node: Thing }
  type Thing { id: ID name: String parts: [Thing!]! }
  union Either = Thing | Edge
`)

const cost = (document: string, variables: Record<string, unknown> = {}) => costing(document)(variables)

/** One parsed document, which may come again with other variables. */
function costing(document: string) {
  const { definitions } = parse(document)
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)
  const fragments = definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
  if (!operation) throw new Error('no operation')
  const byName = new Map(fragments.map((each) => [each.name.value, each]))
  return (variables: Record<string, unknown>) => costOf(operation, byName, variables, schema)
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
    ['its own size for a plain list that has one', '{ log(first: 100) { id } }', {}, 1 + 100],
    [
      'the default of the operation where the variable is not sent',
      'query($n: Int! = 200) { page(first: $n) { edges { cursor } } }',
      {},
      1 + 1 + 200,
    ],
    [
      'what is sent, whatever the default',
      'query($n: Int! = 1) { page(first: $n) { edges { cursor } } }',
      { n: 9 },
      11,
    ],
    [
      'the largest page where a size of null leaves the field to be refused',
      'query($n: Int = 1) { page(first: $n) { edges { cursor } } }',
      { n: null },
      1 + 1 + 200,
    ],
    ['nothing for what is skipped', '{ thing { id } page @skip(if: true) { edges { cursor } } }', {}, 2],
    [
      'nothing for a fragment that is not included',
      'query($no: Boolean!) { thing { ...T @include(if: $no) ... @skip(if: true) { name } } } fragment T on Thing { id }',
      { no: false },
      1,
    ],
    ['all of what a condition lets through', 'query($no: Boolean = false) { thing { id name @skip(if: $no) } }', {}, 3],
    ['what fragments hold', '{ thing { ...T } } fragment T on Thing { id name }', {}, 3],
    ['every member of a union', '{ either { ... on Thing { id } ... on Edge { cursor } } }', {}, 3],
    ['nothing for introspection', '{ __schema { types { name } } }', {}, 0],
  ])('%s', (_name, document, variables, expected) => {
    expect(cost(document, variables)).toBe(expected)
  })

  it.each([
    ['a page size', 'query($n: Int!) { page(first: $n) { total } log(first: $n) { id } }', { n: 1 }, 4, { n: 9 }, 12],
    ['a condition', 'query($no: Boolean!) { thing { id @skip(if: $no) } }', { no: true }, 1, { no: false }, 2],
    [
      'a condition on a fragment',
      'query($no: Boolean!) { thing { ...T @skip(if: $no) } } fragment T on Thing { id }',
      { no: true },
      1,
      { no: false },
      2,
    ],
  ])('what it costs with other variables, by %s', (_name, document, one, itsCost, other, otherCost) => {
    const costWith = costing(document)
    expect(costWith(one)).toBe(itsCost)
    expect(costWith(other)).toBe(otherCost)
    expect(costWith(one)).toBe(itsCost)
  })

  it('lists within lists', () => {
    expect(cost('{ plain { parts { parts { id } } } }')).toBe(1 + 10 * (1 + 10 * (1 + 10)))
  })

  it.each([
    ['a negative size', '{ page(first: -999999) { total } }', {}],
    ['a size of none', '{ page(first: 0) { total } }', {}],
    ['a size beyond every page', '{ page(first: 201) { total } }', {}],
    ['a negative size that is skipped', '{ page(first: -999999) @skip(if: true) { total } }', {}],
    ['a size by variable', 'query($n: Int!) { page(first: $n) { total } }', { n: -5 }],
    ['a size by default', 'query($n: Int! = -5) { page(first: $n) { total } }', {}],
    ['in a fragment', '{ ...Q } fragment Q on Query { page(first: -5) { total } }', {}],
  ])('nothing, for it is refused: %s', (_name, document, variables) => {
    expect(() => cost(document, variables)).toThrow('Ask for 1 to 200 at once.')
  })

  it('never less for a field more', () => {
    const dear = '{ page(first: 200) { edges { node { id name parts { id name } } } } }'
    const alone = cost(dear)
    for (const more of ['thing @skip(if: true) { id }', 'thing { id }', 'log(first: 1) { id }'])
      expect(cost(`${dear.slice(0, -1)} ${more} }`)).toBeGreaterThanOrEqual(alone)
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
    const ada = await newPerson(testApp).signUp()
    await testApp.settle()
    testApp.takeCommands()
    const pages = Array.from(
      { length: 100 },
      (_, page) => `p${page}: members(first: 200) { edges { node { id name } } }`,
    )
    const answer = await ada.browser.ask(`{ network(slug: "x") { security { ${pages.join(' ')} } } }`)
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringMatching(/^This document costs \d+; 20000 is the limit/),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED', limit: 20_000, cost: expect.any(Number) },
    })
    expect(testApp.takeCommands()).toEqual([])
  })

  test('K03: a skipped field with a negative size pays for nothing beside it', async () => {
    const ada = await newPerson(testApp).signUp()
    await testApp.settle()
    testApp.takeCommands()
    const pages = Array.from(
      { length: 100 },
      (_, page) => `p${page}: members(first: 200) { edges { node { id name } } }`,
    )
    const document = (skipped: string) =>
      `query${skipped.includes('$n') ? '($n: Int! = -999999)' : ''} { network(slug: "x") { security { ${skipped} ${pages.join(' ')} } } }`
    const negative = 's: members(first: -999999) @skip(if: true) { edges { node { id } } }'
    for (const skipped of [negative, negative.replace('-999999', '$n'), negative.replace(' @skip(if: true)', '')]) {
      const response = await ada.browser.post({ query: document(skipped) })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({
        errors: [{ message: 'Ask for 1 to 200 at once.', extensions: { code: 'BAD_USER_INPUT' } }],
      })
    }
    expect(testApp.takeCommands()).toEqual([])
  })

  test('a size that no page can have is refused with the permitted range, in every listing', async () => {
    const ada = await newPerson(testApp).signUp()
    for (const first of [0, -1, 101])
      expect((await ada.browser.ask(`{ viewer { activity(first: ${first}) { id } } }`)).errors?.[0]).toMatchObject({
        message: expect.stringMatching(/^Ask for 1 to \d+ at once\.$/),
        extensions: { code: 'BAD_USER_INPUT' },
      })
  })

  test('a key learns the cost of its request with every answer', async () => {
    const ada = await newPerson(testApp).signUp()
    const key = await integratorOf(testApp, ada, await networkOf(ada))
    const response = await key.post({ query: '{ integration { id name network { slug } } }' })
    expect(await response.json()).toMatchObject({ extensions: { cost: { requested: 5, limit: 20_000 } } })
  })
})
