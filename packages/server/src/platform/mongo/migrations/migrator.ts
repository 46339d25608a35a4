import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from 'mongoose'
import { type Duplicates, IndexStore } from './index.store.js'
import { compareIndexes, describeIndex, type IndexDifferences } from './index-comparison.js'
import type { Migration } from './migration.js'
import { MigrationStore } from './migration.store.js'

/** What a database is missing for this release. */
export interface MigrationState extends IndexDifferences {
  pending: Migration[]
}

/** Something has to be fixed by hand first; nothing was changed. */
export class MigrationObstacleError extends Error {
  override name = 'MigrationObstacleError'
  constructor(readonly obstacles: readonly string[]) {
    super(`Nothing was changed, since this stands in the way:\n${obstacles.map((each) => `  ${each}`).join('\n')}`)
  }
}

export interface MigrateOptions {
  /** Keeps indexes that are no longer declared, for servers of the previous release. */
  keepsObsolete?: boolean
  /** Called with each step, in one line. */
  report?: (line: string) => void
}

const RETRY_MS = 500
const EXTEND_MS = 15_000

/** Migrates a database to this release: numbered data changes, then indexes. */
export class Migrator {
  readonly #indexes: IndexStore
  readonly #store: MigrationStore
  readonly #holder = randomUUID()

  /** @param migrations in the order of their numbers */
  constructor(
    private readonly connection: Connection,
    private readonly migrations: readonly Migration[],
  ) {
    this.#indexes = new IndexStore(connection)
    this.#store = new MigrationStore(connection)
    for (const [place, { number }] of migrations.entries())
      if (number !== place + 1) throw new Error(`Expected migration ${place + 1}, found ${number}.`)
  }

  async state(): Promise<MigrationState> {
    const [finished, stored] = await Promise.all([this.#store.finished(), this.#indexes.stored()])
    const pending = this.migrations.filter(({ number }) => !finished.has(number))
    return { pending, ...compareIndexes(this.#indexes.declared(), stored) }
  }

  /**
   * Runs the missing steps. A second process waits for the first and then finds nothing to do; the lock of a process
   * that died expires after a minute.
   * @returns a description of each step; empty when there was nothing to do
   * @throws MigrationObstacleError before anything was changed
   */
  async migrate({ keepsObsolete = false, report = () => {} }: MigrateOptions = {}): Promise<string[]> {
    await this.#takeLock(report)
    const extending = setInterval(() => void this.#store.lock(this.#holder).catch(() => {}), EXTEND_MS)
    try {
      return await this.#run(keepsObsolete, report)
    } finally {
      clearInterval(extending)
      await this.#store.unlock(this.#holder)
    }
  }

  async #takeLock(report: (line: string) => void): Promise<void> {
    for (let tries = 0; !(await this.#store.lock(this.#holder)); tries += 1) {
      if (tries === 0) report('Another process is migrating this database; waiting for it.')
      await sleep(RETRY_MS)
    }
  }

  async #run(keepsObsolete: boolean, report: (line: string) => void): Promise<string[]> {
    const steps: string[] = []
    const step = (line: string) => {
      steps.push(line)
      report(line)
    }
    const state = await this.state()
    await this.#requireNoObstacles(state)
    await this.#indexes.createCollections()

    for (const { number, name, breaksOlderServers, run } of state.pending) {
      if (breaksOlderServers) report(`Servers of the release before cannot run after this: ${breaksOlderServers}`)
      await run(this.connection)
      await this.#store.record(number, name, new Date())
      step(`Migration ${number}: ${name}`)
    }

    // A migration may have added or removed duplicates.
    if (state.pending.length > 0) await this.#requireNoObstacles({ ...state, pending: [] })
    await this.#indexes.build(state.missing)
    for (const index of state.missing) step(`Built ${describeIndex(index)}`)
    for (const { declared, stored } of state.different) {
      await this.#indexes.replace(declared, stored)
      step(`Rebuilt ${describeIndex(declared)}, which was ${stored.map(describeIndex).join(' and ')}`)
    }
    for (const index of keepsObsolete ? [] : state.obsolete) {
      await this.#indexes.drop(index)
      step(`Dropped ${describeIndex(index)}, which nothing declares any more`)
    }
    return steps
  }

  async #requireNoObstacles({ pending, missing, different }: MigrationState): Promise<void> {
    const unique = [...missing, ...different.map(({ declared }) => declared)].filter(({ isUnique }) => isUnique)
    const found = await Promise.all([
      ...pending.map((migration) => migration.findObstacles?.(this.connection) ?? []),
      ...unique.map(async (index) => describeDuplicates(await this.#indexes.duplicates(index))),
    ])
    const obstacles = found.flat()
    if (obstacles.length > 0) throw new MigrationObstacleError(obstacles)
  }
}

/** What a server has to say of a database that is behind; null when it is not. An index too many does no harm. */
export function describeBacklog({ pending, missing, different }: MigrationState): string | null {
  const lines = [
    ...pending.map(({ number, name }) => `migration ${number} has not run: ${name}`),
    ...missing.map((index) => `missing index: ${describeIndex(index)}`),
    ...different.map(
      ({ declared, stored }) =>
        `different index: ${stored.map(describeIndex).join(', ')}; needed: ${describeIndex(declared)}`,
    ),
  ]
  return lines.length === 0 ? null : lines.join('\n')
}

function describeDuplicates({ index, groups }: Duplicates): string[] {
  return groups.map((ids) => `${describeIndex(index)}: ${ids.length} documents share one value: ${ids.join(', ')}`)
}
