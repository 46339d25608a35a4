import { parseArgs } from 'node:util'
import { plans } from '@twinlock/shared/vocabulary'
import { commands } from './cli-commands.js'
import { OperatorError } from './operator/operator-error.js'
import { reasonOf } from './reason-of.js'
import { version } from './version.js'

const HELP = `Usage: twinlock <command> [options]

In the repository: npm run twinlock -- <command>. In the image and on a host without the repository's tools:
node dist/cli.js <command>.

  migrate                                        brings the database to what this release needs; run it before its servers
  create-network <name> <slug> <owner's email>   makes a network for an account that exists
  set-plan <slug> <${plans.join('|')}>         changes what a network may do, from the next request on
  assign-host <slug> <host>                      lets an app of a network have a host under none of its proved domains
  accounts [list|find|unlock] [<email or id>]    shows accounts; unlock forgets the wrong codes of one
  accounts find <part of an address or name>     shows the accounts that have it
  accounts delete <email or id>                  erases an account at once, for good, once you typed its address again
  networks [list|find] [<slug or id>]            shows networks
  networks delete <slug or id>                   erases a network and its log at once, for good, once you typed its slug again
  recover-owner <email>                          lets an owner in who lost phone and backup codes
  end-all-sessions [<email>]                     signs everyone out, or one person; run it after restoring a backup
  rotate-keys                                    brings every sealed secret under the newest key of TWINLOCK_KEYS
  demo-password                                  gives everyone in the demo a new password, and signs them out

  --json             answers with JSON, for scripts
  --limit <number>   how many accounts or networks a list shows (100)
  --after <id>       begins a list after this id
  --yes              deletes without a question, for scripts
  --keep-obsolete    with migrate: leaves indexes that older servers still use
  --version          the release
  --help             this page
`

const DEFAULT_LIMIT = 100

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  json: { type: 'boolean' },
  limit: { type: 'string' },
  after: { type: 'string' },
  'keep-obsolete': { type: 'boolean' },
  yes: { type: 'boolean' },
} as const

async function main(): Promise<string> {
  // An option that does not exist gets the same answer as a command that does not exist, and no trace.
  const { positionals, values } = parseArgs({ strict: false, allowPositionals: true, options })
  const unknown = Object.keys(values).find((option) => !Object.hasOwn(options, option))
  if (unknown !== undefined) throw new OperatorError(`There is no option "--${unknown}".\n\n${HELP}`)
  const [name = '', ...args] = positionals
  if (values.version) return version
  if (values.help || name === '' || name === 'help') return HELP.trimEnd()
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new OperatorError(`There is no command "${name}".\n\n${HELP}`)
  const act = command(args, {
    limit: limitOf(values.limit),
    after: typeof values.after === 'string' ? values.after : null,
    keepObsolete: values['keep-obsolete'] === true,
    yes: values.yes === true,
  })
  const { withServer } = await import('./cli-server.js')
  const answer = await withServer(act, { migrates: name === 'migrate' })
  return values.json ? JSON.stringify(answer.json, null, 2) : answer.text
}

function limitOf(text: string | boolean | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1) throw new OperatorError('Write a whole number after --limit.')
  return limit
}

main().then(
  (answer) => {
    process.stdout.write(`${answer}\n`, () => process.exit(0))
  },
  (error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`, () => process.exit(1))
  },
)
