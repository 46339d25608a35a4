import { describe, expect, it } from 'vitest'

const script = new URL('../../../scripts/lib/translated-texts.mjs', import.meta.url).href
const { compareWithRecord } = await import(script)

const english = new Map([
  ['security.state.title', 'Two-factor authentication'],
  ['security.state.button', 'Require it'],
])
const { next: record } = compareWithRecord(english, {})

describe('the record of what was translated', () => {
  it('takes every message of a new language for translated', () => {
    expect(Object.keys(record)).toEqual(['security.state.title', 'security.state.button'])
    expect(compareWithRecord(english, record)).toEqual({ next: record, outdated: [] })
  })

  it('finds a message whose English has changed, and remembers what it was translated from', () => {
    const changed = new Map([...english, ['security.state.button', 'Require it now']])
    expect(compareWithRecord(changed, record)).toEqual({ next: record, outdated: ['security.state.button'] })
  })

  it('takes the new English once it is translated', () => {
    const changed = new Map([...english, ['security.state.button', 'Require it now']])
    const { next, outdated } = compareWithRecord(changed, record, (name: string) => name === 'security.state.button')
    expect(outdated).toEqual([])
    expect(next['security.state.button']).not.toBe(record['security.state.button'])
    expect(compareWithRecord(changed, next).outdated).toEqual([])
  })

  it('adds a message that is new and drops one that is gone', () => {
    const moved = new Map([
      ['security.state.title', 'Two-factor authentication'],
      ['security.state.line', 'Off'],
    ])
    const { next, outdated } = compareWithRecord(moved, record)
    expect(Object.keys(next)).toEqual(['security.state.title', 'security.state.line'])
    expect(outdated).toEqual([])
  })
})
