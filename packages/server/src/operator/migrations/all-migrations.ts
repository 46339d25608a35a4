import type { Migration } from '../../platform/mongo/migrations/migration.js'
import { baseline } from './0001-baseline.js'

/** Every numbered change of stored data, in order. A new one gets the next number and stays for good. */
export const allMigrations: readonly Migration[] = [baseline]
