import { parseArgs } from 'node:util'
import { isSlug } from '@twinlock/shared/slug'
import { type Plan, plans } from '@twinlock/shared/vocabulary'
import type { Connection } from 'mongoose'
import type { composeRooms } from './compose-rooms.js'
import { EnvironmentError, readEnvironment } from './environment.js'
import { OperatorError } from './operator/operator-error.js'
import { systemClock } from './platform/clock/clock.js'
import { loadOrMakeKeys } from './platform/crypto/key-file.js'
import { KeyRing } from './platform/crypto/key-ring.js'
import { createLogger } from './platform/logging/logger.js'
import { ensureIndexes } from './platform/mongo/ensure-indexes.js'
import { openMongoConnection } from './platform/mongo/mongo-connection.js'

const HELP = `Usage: npm run twinlock -- <command>

  create-network <name> <slug> <owner's email>   makes a network for an account that exists
  set-plan <slug> <${plans.join('|')}>         changes what a network may do, from the next request on
  rotate-keys                                    brings every sealed secret under the newest key of TWINLOCK_KEYS
  end-all-sessions [<email>]                     signs everybody out, or this one person; run it after restoring a backup
  recover-owner <email>                          lets an owner in who lost phone and backup codes
  build-indexes                                  builds the database's indexes; run it before the first start and after an upgrade
  --help                                         this page
`

type Act = (rooms: ReturnType<typeof composeRooms>, connection: Connection) => Promise<string>

/** Each command reads its arguments, before anything is loaded for it, and returns what to do and to tell the operator. */
const commands: Record<string, (args: string[]) => Act> = {
  'create-network'(args) {
    const [name, slug, email] = expected(args, ['name', 'slug', "owner's email"])
    return async ({ networks }) => {
      const network = await networks.createForOperator({ name, slug, email })
      return `The network ${network.name} is at /networks/${network.slug}; ${email} owns it.`
    }
  },
  'set-plan'(args) {
    const [slug, plan] = expected(args, ['slug', plans.join('|')])
    if (!isSlug(slug)) throw new OperatorError(`"${slug}" is no slug: lower-case letters, digits and hyphens.`)
    const chosen = plans.find((known): known is Plan => known === plan.toUpperCase())
    if (!chosen) throw new OperatorError(`There is no plan "${plan}": write one of ${plans.join(', ')}.`)
    return async ({ networks }) => {
      const network = await networks.setPlan(slug, chosen)
      if (!network) throw new OperatorError(`There is no network "${slug}".`)
      return `${network.name} is on ${chosen} now.`
    }
  },
  'rotate-keys'(args) {
    expected(args, [])
    return async ({ operator }) => {
      const count = await operator.rotateKeys()
      return `${count} secrets were sealed again. An hour after every server has the new key, the old one may go.`
    }
  },
  'end-all-sessions'(args) {
    const [email] = args.length > 0 ? expected(args, ['email']) : []
    return async ({ operator }) => {
      if (email !== undefined) {
        await operator.endSessionsOf(email)
        return `${email} is signed out everywhere; every code of theirs up to now counts as used.`
      }
      const { accounts, sessions } = await operator.endAllSessions()
      return `${sessions} sessions of ${accounts} accounts are over; every code up to now counts as used.`
    }
  },
  'recover-owner'(args) {
    const [email] = expected(args, ['email'])
    return async ({ operator, publicUrl }) => {
      const { token, expiresAt } = await operator.recoverOwner(email)
      return `Hand this link over in person; it works once, until ${expiresAt.toISOString()}:\n${publicUrl}/reset-password#token=${token}`
    }
  },
  'build-indexes'(args) {
    expected(args, [])
    return async (_rooms, connection) => {
      await ensureIndexes(connection)
      return 'Every index is built.'
    }
  },
}

async function main(): Promise<string> {
  const { positionals, values } = parseArgs({
    // An option that there is not is told like a command that there is not, and with a trace of nothing.
    strict: false,
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  })
  const { help, ...unknown } = values
  const [name = '', ...args] = positionals
  const [option] = Object.keys(unknown)
  if (option !== undefined) throw new OperatorError(`There is no option "--${option}".\n\n${HELP}`)
  if (help || name === '' || name === 'help') return HELP
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new OperatorError(`There is no command "${name}".\n\n${HELP}`)
  return await withServer(command(args))
}

/** Puts a server together for one act, and leaves when what it began is done. */
async function withServer(act: Act): Promise<string> {
  const { composeRooms } = await import('./compose-rooms.js')
  const environment = readEnvironment(process.env)
  const keyRing = new KeyRing(environment.keys ?? (await loadOrMakeKeys(environment.dataDir)))
  const connection = await openMongoConnection(environment.mongodbUri).asPromise()
  const rooms = composeRooms({
    environment,
    connection,
    clock: systemClock,
    keyRing,
    logger: createLogger('warn'),
    webDir: '',
  })
  try {
    return await act(rooms, connection)
  } finally {
    await rooms.background.settled()
    await rooms.outbox.close()
    await connection.close()
  }
}

/** The arguments, each of them given. @throws OperatorError that says what is missing */
function expected<const Names extends readonly string[]>(args: string[], names: Names): { [K in keyof Names]: string } {
  if (args.length !== names.length) {
    const wanted = names.map((name) => `<${name}>`).join(' ')
    throw new OperatorError(wanted ? `Give ${wanted}, and nothing else.` : 'Give it nothing else.')
  }
  return args as { [K in keyof Names]: string }
}

main().then(
  (answer) => {
    process.stdout.write(`${answer}\n`)
    process.exit(0)
  },
  (error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`)
    process.exit(1)
  },
)

/** What can be mended from outside is told in words; anything else with its trace, for whoever has to find it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'MongooseServerSelectionError')
    return `The database does not answer at MONGODB_URI: ${error.message}`
  return error instanceof OperatorError || error instanceof EnvironmentError
    ? error.message
    : (error.stack ?? error.message)
}
