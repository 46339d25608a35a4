import type { Migration } from '../../platform/mongo/migrations/migration.js'
import { baseline } from './0001-baseline.js'
import { addressDomains } from './0002-address-domains.js'
import { searchWords } from './0003-search-words.js'

/** Every numbered change of stored data, in order. A new one gets the next number and stays for good. */
export const allMigrations: readonly Migration[] = [baseline, addressDomains, searchWords]
