import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { areas } from '../texts/catalogs'
import { loadTexts } from '../texts/text-store'

beforeAll(async () => {
  await Promise.all(areas.map(loadTexts))
})
afterEach(cleanup)
