import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { type Area, catalogSources } from '../texts/catalogs'
import { loadTexts } from '../texts/text-store'

beforeAll(async () => {
  await Promise.all((Object.keys(catalogSources.en) as Area[]).map(loadTexts))
})
afterEach(cleanup)
