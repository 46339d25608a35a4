import { expect, test } from 'vitest'
import { OneRun } from './one-run.js'

/** Work that ends when the test releases it. */
function held() {
  const begun: (() => void)[] = []
  const one = new OneRun(() => new Promise<void>((resolve) => begun.push(resolve)))
  return { one, begun, letGo: () => begun.at(-1)?.() }
}

test('a hundred requests at once cause one run, and one more for requests during it', async () => {
  const { one, begun, letGo } = held()
  const all = Array.from({ length: 100 }, () => one.run())
  expect(begun).toHaveLength(1)
  letGo()
  await expect.poll(() => begun.length).toBe(2)
  letGo()
  await Promise.all(all)
  expect(begun).toHaveLength(2)
})

test('a request after a run starts another, and a failure rejects its caller and stops nothing', async () => {
  let count = 0
  const one = new OneRun(async () => {
    count += 1
    if (count === 1) throw new Error('the database is away')
  })
  await expect(one.run()).rejects.toThrow('the database is away')
  await one.run()
  expect(count).toBe(2)
})
