import { createInterface } from 'node:readline/promises'
import { ProfileStore } from './accounts/profile.store.js'
import type { CommandAnswer, CommandContext } from './cli-commands.js'
import { compose } from './compose.js'
import { Environment, readEnvironment } from './environment.js'
import { AccountErasureService } from './life/erasure/account-erasure.service.js'
import { NetworkErasureService } from './life/erasure/network-erasure.service.js'
import { KeyCanaryService } from './operator/key-canary.service.js'
import { allMigrations } from './operator/migrations/all-migrations.js'
import { OperatorService } from './operator/operator.service.js'
import { OperatorAccountsService } from './operator/operator-accounts.service.js'
import { OperatorError } from './operator/operator-error.js'
import { OperatorNetworksService } from './operator/operator-networks.service.js'
import { Outbox } from './outbox/outbox.service.js'
import { Clock, systemClock } from './platform/clock/clock.js'
import type { Get } from './platform/container.js'
import { loadOrMakeKeys } from './platform/crypto/key-file.js'
import { KeyRing } from './platform/crypto/key-ring.js'
import { PasswordHasher } from './platform/crypto/password-hasher.js'
import { Background } from './platform/jobs/background.js'
import { createLogger, readableLog } from './platform/logging/logger.js'
import { Database } from './platform/mongo/database.js'
import { describeBacklog, Migrator } from './platform/mongo/migrations/migrator.js'
import { openMongoConnection } from './platform/mongo/mongo-connection.js'

/** What commands act on. */
export function commandContext(
  get: Get,
  report: CommandContext['report'],
  ask: CommandContext['ask'] = askAtTerminal,
): CommandContext {
  const connection = get(Database)
  return {
    operator: get(OperatorService),
    accounts: get(OperatorAccountsService),
    networks: get(OperatorNetworksService),
    accountErasure: get(AccountErasureService),
    networkErasure: get(NetworkErasureService),
    profiles: get(ProfileStore),
    migrator: new Migrator(connection, allMigrations),
    publicUrl: get(Environment).publicUrl,
    demo: { connection, keyRing: get(KeyRing), hasher: get(PasswordHasher), now: get(Clock).now() },
    report,
    ask,
  }
}

/** Puts a server together for one act, and leaves when what it began is done. */
export async function withServer(
  act: (context: CommandContext) => Promise<CommandAnswer>,
  { migrates }: { migrates: boolean },
): Promise<CommandAnswer> {
  const environment = readEnvironment(process.env)
  const keyRing = new KeyRing(environment.keys ?? (await loadOrMakeKeys(environment.dataDir)))
  const connection = await openMongoConnection(environment.mongodbUri).asPromise()
  const logger = createLogger('warn', await readableLog())
  const get = compose({ environment, connection, clock: systemClock, keyRing, logger, webDir: '' })
  const context = commandContext(get, (line) => process.stderr.write(`${line}\n`))
  const { migrator } = context
  try {
    await get(KeyCanaryService).verify()
    if (!migrates && environment.migratesItself) await migrator.migrate()
    const backlog = migrates ? null : describeBacklog(await migrator.state())
    if (backlog) throw new OperatorError(`Run "twinlock migrate" first: the database is behind.\n${backlog}`)
    return await act(context)
  } finally {
    await get(Background).settled()
    await get(Outbox).close()
    await connection.close()
  }
}

/** On stderr, so that stdout carries the answer of the command alone. @throws OperatorError where nobody can answer */
async function askAtTerminal(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new OperatorError('It is deleted for good. Add --yes to delete it without a question.')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}
