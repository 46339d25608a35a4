import { factorMethods } from '@twinlock/shared/vocabulary'
import { describe, expect, test } from 'vitest'
import {
  type Factors,
  factorStorage,
  factorsOf,
  hasTwoFactor,
  methodsOf,
  noFactors,
  noSetUps,
} from './account-factors.js'

const times = { createdAt: new Date('2026-05-12T10:00:00.000Z'), lastUsedAt: null }
const id = 'fac_1'

test('a new account stores no factor and no set-up of any method', () => {
  expect(hasTwoFactor({ factors: noFactors() })).toBe(false)
  expect(factorsOf({ factors: noFactors() })).toEqual([])
  for (const method of factorMethods) {
    expect(noFactors()).toHaveProperty(factorStorage[method].factor)
    expect(noSetUps()).toHaveProperty(factorStorage[method].setUp, null)
  }
})

test('two accounts share no object: a change of one is none of the other', () => {
  expect(noFactors()).not.toBe(noFactors())
  expect(noFactors().passkeys).not.toBe(noFactors().passkeys)
  expect(noSetUps()).not.toBe(noSetUps())
})

test('an account from before there were passkeys has none', () => {
  expect(methodsOf({ factors: { app: null, sms: null } })).toEqual([])
})

test('no two methods share a place', () => {
  const storages = Object.values(factorStorage)
  expect(new Set(storages.map(({ factor }) => factor)).size).toBe(storages.length)
  expect(new Set(storages.map(({ setUp }) => setUp)).size).toBe(storages.length)
})

describe.each(factorMethods)('a factor by %s', (method) => {
  const { factor, atMost } = factorStorage[method]
  const stored = { id, ...times, maskedNumber: '•••• 11', label: 'Laptop' }
  const factors = { ...noFactors(), [factor]: atMost ? [stored, { ...stored, id: 'fac_2' }] : stored } as Factors

  test('is listed with its label and its times', () => {
    const [first, ...others] = factorsOf({ factors })
    expect(first).toEqual({ id, method, label: expect.stringMatching(/./), ...times })
    expect(others).toHaveLength(atMost ? 1 : 0)
  })

  test('turns two-factor authentication on, by this method alone', () => {
    expect(methodsOf({ factors })).toEqual([method])
    expect(hasTwoFactor({ factors })).toBe(true)
  })
})
