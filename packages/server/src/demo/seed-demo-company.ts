import { DAY } from '@twinlock/shared/durations'
import { ssoStartUrl } from '@twinlock/shared/slug'
import type { Role } from '@twinlock/shared/vocabulary'
import { AccountCollection } from '../accounts/account.model.js'
import { ProfileStore } from '../accounts/profile.store.js'
import { MembershipCollection } from '../memberships/membership.model.js'
import { MembershipStore } from '../memberships/membership.store.js'
import { newMembership } from '../memberships/new-membership.js'
import { NetworkCollection, newNetwork } from '../networks/network.model.js'
import { NetworkStore } from '../networks/network.store.js'
import { demoEmailOf, demoPeople } from './demo-people.js'
import type { DemoDeps } from './seed-demo.js'

export const GLOBEX = 'net_demo_globex'
export const GLOBEX_DOMAIN = 'globex.example'

/**
 * Creates the demo's second network once: its members sign in by their company's identity provider, the owner and a guest
 * by password. `main` connects the provider at every start.
 * @returns what to print, if it was created now
 */
export async function seedDemoCompany(deps: DemoDeps, publicUrl: string): Promise<string | null> {
  const networks = new NetworkStore(NetworkCollection.on(deps.connection))
  if (await networks.byId(GLOBEX)) return null
  const ownerId = await join(deps, 'Maria Lopez', 'OWNER')
  if (!ownerId) return null
  await join(deps, 'Gina Guest', 'GUEST')
  const createdAt = new Date(deps.now.getTime() - 30 * DAY)
  await networks.insert(
    newNetwork({ id: GLOBEX, slug: 'globex', name: 'Globex', plan: 'ENTERPRISE', ownerId, now: createdAt }),
  )
  return `Globex uses company sign-in: ${publicUrl}${ssoStartUrl('globex')}\n`
}

/** @returns the account's id; null without the demo's people */
async function join({ connection, now }: DemoDeps, name: string, role: Role): Promise<string | null> {
  const profiles = new ProfileStore(AccountCollection.on(connection))
  const person = demoPeople.find((candidate) => candidate.name === name)
  const account = person && (await profiles.byEmailKey(demoEmailOf(person)))
  if (!account) return null
  const joinedAt = new Date(now.getTime() - 20 * DAY)
  await new MembershipStore(MembershipCollection.on(connection), connection).begin(
    newMembership(account, GLOBEX, role, joinedAt),
  )
  await profiles.enterNetwork(account._id, GLOBEX)
  return account._id
}
