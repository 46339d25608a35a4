import type { Migration } from '../../platform/mongo/migrations/migration.js'

/** Documents as release 0.1.0 wrote them, before changes of data were numbered: nothing has to be converted. */
export const baseline: Migration = {
  number: 1,
  name: 'Begin to record migrations',
  run: async () => {},
}
