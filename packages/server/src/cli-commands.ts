import { isSlug } from '@twinlock/shared/slug'
import { type Plan, plans } from '@twinlock/shared/vocabulary'
import type { ProfileStore } from './accounts/profile.store.js'
import type { DemoDeps } from './demo/seed-demo.js'
import type { AccountErasureService } from './life/erasure/account-erasure.service.js'
import type { NetworkErasureService } from './life/erasure/network-erasure.service.js'
import type { OperatorService } from './operator/operator.service.js'
import type { AccountReport, OperatorAccountsService } from './operator/operator-accounts.service.js'
import { OperatorError } from './operator/operator-error.js'
import type { NetworkReport, OperatorNetworksService } from './operator/operator-networks.service.js'
import type { Migrator } from './platform/mongo/migrations/migrator.js'

/** What a command answers: to a person, and to a script (`--json`). */
export interface CommandAnswer {
  text: string
  json: unknown
}

export interface CommandOptions {
  limit: number
  after: string | null
  keepObsolete: boolean
  /** Deletes without a question, for scripts. */
  yes: boolean
}

export interface CommandContext {
  operator: OperatorService
  accounts: OperatorAccountsService
  networks: OperatorNetworksService
  accountErasure: AccountErasureService
  networkErasure: NetworkErasureService
  profiles: ProfileStore
  migrator: Migrator
  publicUrl: string
  demo: DemoDeps
  /** Progress of what takes long. */
  report: (line: string) => void
  /** What the operator types after a question. */
  ask: (question: string) => Promise<string>
}

type Act = (context: CommandContext) => Promise<CommandAnswer>

/** Each command checks its arguments before anything is loaded for it, and returns what to do. */
export const commands: Record<string, (args: string[], options: CommandOptions) => Act> = {
  'create-network'(args) {
    const [name, slug, email] = expected(args, ['name', 'slug', "owner's email"])
    return async ({ networks }) => {
      const network = await networks.createForOperator({ name, slug, email })
      return {
        text: `The network ${network.name} is at /networks/${network.slug}; ${email} owns it.`,
        json: await networks.find(network._id),
      }
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
      return { text: `${network.name} is on ${chosen} now.`, json: await networks.find(network._id) }
    }
  },
  'assign-host'(args) {
    const [slug, host] = expected(args, ['slug', 'host'])
    if (!isSlug(slug)) throw new OperatorError(`"${slug}" is no slug: lower-case letters, digits and hyphens.`)
    if (!/^[a-z0-9.-]+(:\d{1,5})?$/.test(host))
      throw new OperatorError(`"${host}" is no host: write it as wiki.example.com.`)
    return async ({ networks }) => {
      const network = await networks.assignHost(slug, host)
      if (!network) throw new OperatorError(`There is no network "${slug}".`)
      return {
        text: `An app of ${network.name} may have the host ${host} now.`,
        json: { hosts: network.appHosts ?? [] },
      }
    }
  },
  'rotate-keys'(args) {
    expected(args, [])
    return async ({ operator }) => {
      const count = await operator.rotateKeys()
      return {
        text: `${count} secrets were sealed again. An hour after every server has the new key, the old one may go.`,
        json: { resealed: count },
      }
    }
  },
  'end-all-sessions'(args) {
    const [email] = args.length > 0 ? expected(args, ['email']) : []
    return async ({ operator, accounts: people }) => {
      if (email !== undefined) {
        await people.endSessions(email)
        return {
          text: `${email} is signed out everywhere; every code of theirs up to now counts as used.`,
          json: { accounts: 1 },
        }
      }
      const { accounts, sessions } = await operator.endAllSessions()
      return {
        text: `${sessions} sessions of ${accounts} accounts have ended; every code up to now counts as used.`,
        json: { accounts, sessions },
      }
    }
  },
  'recover-owner'(args) {
    const [email] = expected(args, ['email'])
    return async ({ accounts, publicUrl }) => {
      const { token, expiresAt } = await accounts.recover(email)
      const link = `${publicUrl}/reset-password#token=${token}`
      return {
        text: `Hand this link over in person; it works once, until ${expiresAt.toISOString()}:\n${link}`,
        json: { link, expiresAt },
      }
    }
  },
  migrate(args, { keepObsolete }) {
    expected(args, [])
    return async ({ migrator, report }) => {
      const steps = await migrator.migrate({ keepsObsolete: keepObsolete, report })
      const state = await migrator.state()
      return {
        text: steps.length === 0 ? 'The database has what this release needs.' : 'The database is up to date.',
        json: { steps, obsolete: state.obsolete.map(({ collection, name }) => ({ collection, name })) },
      }
    }
  },
  accounts(args, { limit, after, yes }) {
    const [verb, wanted] = verbOf(args, ['list', 'find', 'unlock', 'delete'], 'an address or an id')
    return async ({ accounts, profiles, accountErasure, ask }) => {
      if (verb === 'list') return listed(await accounts.list(limit, after), accountLine)
      if (verb === 'delete') {
        const account = await accounts.find(wanted)
        const { id, email } = account
        if (!yes)
          await confirmed(ask, `${accountLine(account)}\nIt is deleted for good. Type ${email} to delete it: `, email)
        const stored = await profiles.byId(id)
        const needed = stored ? await accountErasure.erase(stored) : []
        if (needed.length > 0) {
          const slugs = needed.map(({ slug }) => slug).join(', ')
          throw new OperatorError(`It is the only owner of ${slugs}. Delete these networks, or hand them over, first.`)
        }
        return { text: `The account ${id} is erased.`, json: { erased: id } }
      }
      if (verb === 'unlock') {
        const account = await accounts.unlock(wanted)
        return { text: `Wrong codes so far count no longer.\n${accountLine(account)}`, json: account }
      }
      const found = await accounts.search(wanted, limit)
      return Array.isArray(found) ? listed(found, accountLine) : { text: accountLine(found), json: found }
    }
  },
  networks(args, { limit, after, yes }) {
    const [verb, wanted] = verbOf(args, ['list', 'find', 'delete'], 'a slug or an id')
    return async ({ networks, networkErasure, ask }) => {
      if (verb === 'list') return listed(await networks.list(limit, after), networkLine)
      const network = await networks.find(wanted)
      if (verb === 'delete') {
        const { id, slug } = network
        if (!yes)
          await confirmed(ask, `${networkLine(network)}\nIt is deleted for good. Type ${slug} to delete it: `, slug)
        await networkErasure.erase({ _id: id })
        return { text: `The network ${slug} is erased, with its log.`, json: { erased: id } }
      }
      return { text: networkLine(network), json: network }
    }
  },
  'demo-password'(args) {
    expected(args, [])
    return async ({ demo }) => {
      // The demo is a fifth of what a command loads, and no other command needs it.
      const { renewDemoPassword } = await import('./demo/seed-demo.js')
      const renewed = await renewDemoPassword(demo)
      if (!renewed) throw new OperatorError('There is no demo in this database.')
      const addresses = renewed.addresses.map((address) => `  ${address}`).join('\n')
      return {
        text: `Everyone in the demo is signed out and has a new password: ${renewed.password}\n${addresses}`,
        json: renewed,
      }
    }
  },
}

/** The arguments, each of them given. @throws OperatorError that says what is missing */
function expected<const Names extends readonly string[]>(args: string[], names: Names): { [K in keyof Names]: string } {
  if (args.length !== names.length) {
    const wanted = names.map((name) => `<${name}>`).join(' ')
    throw new OperatorError(wanted ? `Expected exactly ${wanted}.` : 'This command takes no arguments.')
  }
  return args as { [K in keyof Names]: string }
}

/** `list`, or a verb and what it is about. */
function verbOf(args: string[], verbs: readonly string[], about: string): [verb: string, wanted: string] {
  const [verb = 'list', ...rest] = args
  if (!verbs.includes(verb)) throw new OperatorError(`Expected one of ${verbs.join(', ')}.`)
  if (verb === 'list') {
    expected(rest, [])
    return ['list', '']
  }
  const [wanted] = expected(rest, [about])
  return [verb, wanted]
}

/** @throws OperatorError unless the operator types the name again */
async function confirmed(ask: CommandContext['ask'], question: string, name: string): Promise<void> {
  if ((await ask(question)).trim() !== name) throw new OperatorError('Nothing was deleted.')
}

function listed<T extends { id: string }>(reports: readonly T[], line: (report: T) => string): CommandAnswer {
  return { text: reports.length === 0 ? 'There are none.' : reports.map(line).join('\n'), json: reports }
}

function accountLine({ id, email, name, methods, networks, lockedUntil }: AccountReport): string {
  const locked = lockedUntil ? `, second steps refused until ${lockedUntil.toISOString()}` : ''
  const inNetworks = networks.length > 0 ? `, in ${networks.join(' ')}` : ''
  return `${id}  ${email}  ${name}  ${methods.join('+') || 'no two-factor authentication'}${inNetworks}${locked}`
}

function networkLine({ id, slug, name, plan, members, owners, mandatoryFrom }: NetworkReport): string {
  const mandate = mandatoryFrom ? `, two-factor authentication mandatory from ${mandatoryFrom.toISOString()}` : ''
  return `${id}  ${slug}  ${name}  ${plan}  ${members} members, owned by ${owners.join(' ')}${mandate}`
}
