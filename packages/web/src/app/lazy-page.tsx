import { type ComponentType, lazy } from 'react'
import type { Area } from '../texts/catalogs'
import { loadTexts } from '../texts/text-store'

/** A page whose code and texts load in parallel, when a user opens it. The common texts come with each. */
export function lazyPage<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
  ...areas: Area[]
) {
  return lazy(async () => {
    const [module] = await Promise.all([load(), loadTexts('common'), ...areas.map(loadTexts)])
    return { default: module[name] }
  })
}
