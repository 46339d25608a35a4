import type { Role } from '@twinlock/shared/vocabulary'
import { type AccountDocument, accountModel } from '../accounts/account.model.js'
import { membershipModel } from '../memberships/membership.model.js'
import { newMembership } from '../memberships/new-membership.js'
import { networkModel } from '../networks/network.model.js'
import { newNetwork } from '../networks/new-network.js'
import { insertDocument } from '../platform/mongo/insert-document.js'
import { demoEmailOf, demoPeople } from './demo-people.js'
import type { DemoDeps } from './seed-demo.js'

export const GLOBEX = 'net_demo_globex'
export const GLOBEX_DOMAIN = 'globex.example'
const DAY = 86_400_000

/**
 * A second network of the demo, whose people come in by their company's identity provider, beside the owner and a guest
 * with passwords. Made once; `main` connects its provider at every start.
 * @returns what to print when it was made just now
 */
export async function seedDemoCompany(deps: DemoDeps, publicUrl: string): Promise<string | null> {
  const networks = networkModel(deps.connection)
  const isThere = (await networks.findById(GLOBEX).lean()) !== null
  if (!isThere) {
    const ownerId = await join(deps, 'Maria Lopez', 'OWNER')
    if (!ownerId) return null
    await join(deps, 'Gina Guest', 'GUEST')
    const createdAt = new Date(deps.now.getTime() - 30 * DAY)
    await insertDocument(
      networks,
      newNetwork({ id: GLOBEX, slug: 'globex', name: 'Globex', plan: 'ENTERPRISE', ownerId, now: createdAt }),
    )
  }
  return isThere ? null : `Globex comes in by a company sign-in: ${publicUrl}/sso/globex/start\n`
}

/** @returns the account's id; null without the demo's people */
async function join({ connection, now }: DemoDeps, name: string, role: Role): Promise<string | null> {
  const accounts = accountModel(connection)
  const person = demoPeople.find((candidate) => candidate.name === name)
  const account = person && (await accounts.findOne({ emailKey: demoEmailOf(person) }).lean<AccountDocument>())
  if (!account) return null
  await insertDocument(
    membershipModel(connection),
    newMembership(account, GLOBEX, role, new Date(now.getTime() - 20 * DAY)),
  )
  await accounts.updateOne({ _id: account._id }, { $addToSet: { networkIds: GLOBEX } })
  return account._id
}
