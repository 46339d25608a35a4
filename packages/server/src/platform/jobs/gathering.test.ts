import { expect, test } from 'vitest'
import { Gathering } from './gathering.js'

test('the first is done at once, those that follow together, and a failure is that of its batch alone', async () => {
  const batches: string[][] = []
  const gathering = new Gathering<string>(20, async (items) => {
    batches.push([...items])
    if (items.includes('bad')) throw new Error('It cannot be done.')
  })
  await gathering.add('first')
  const together = await Promise.allSettled(['second', 'bad', 'third'].map((item) => gathering.add(item)))
  await gathering.add('last')
  expect(batches).toEqual([['first'], ['second', 'bad', 'third'], ['last']])
  expect(new Set(together.map(({ status }) => status))).toEqual(new Set(['rejected']))
})
