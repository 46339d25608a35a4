import { randomInt } from 'node:crypto'
import { DAY, HOUR } from '@twinlock/shared/durations'
import { emailKeyOf } from '@twinlock/shared/email-address'
import { apiKeyScopes } from '@twinlock/shared/vocabulary'
import type { Connection } from 'mongoose'
import { AccountCollection, type AccountDocument, newAccount } from '../accounts/account.model.js'
import { ApiKeyCollection, type ApiKeyDocument } from '../api-keys/api-key.model.js'
import { AuditStore } from '../audit/audit.store.js'
import { AuditEventCollection } from '../audit/audit-event.model.js'
import { listingKeysOf } from '../memberships/listing-keys.store.js'
import { MembershipCollection, type MembershipDocument } from '../memberships/membership.model.js'
import { MembershipStore } from '../memberships/membership.store.js'
import { newMembership } from '../memberships/new-membership.js'
import { NetworkCollection, newNetwork } from '../networks/network.model.js'
import { NetworkStore } from '../networks/network.store.js'
import type { KeyRing } from '../platform/crypto/key-ring.js'
import type { PasswordHasher } from '../platform/crypto/password-hasher.js'
import { hashToken, newToken } from '../platform/crypto/tokens.js'
import { newTotpSecret } from '../two-factor/authenticator-app/totp.js'
import { newBackupCodes } from '../two-factor/backup-codes/backup-code-seal.js'
import { maskPhoneNumber } from '../two-factor/sms/phone-number.js'
import { type DemoPerson, demoEmailOf, demoPeople } from './demo-people.js'

const ACTIVATION = 'act_demo'
const ACTIVATED_HOURS_AGO = 4
const GRACE_HOURS = 24
const ACME_ID = 'net_demo_acme'
export const ACME = { id: ACME_ID, name: 'Acme' }

/** A fixed id, so that an interrupted start leaves no second key. */
const DEMO_KEY_PREFIX = 'demokeyacme2'
const DEMO_KEY_DAYS = 90

export interface DemoDeps {
  connection: Connection
  keyRing: KeyRing
  hasher: PasswordHasher
  now: Date
}

/**
 * Creates the demo network once. Every document has a fixed id, so the next start completes an interrupted one.
 * @returns what to print; null if the demo exists, since its random password is shown only once
 */
export async function seedDemo(deps: DemoDeps): Promise<string | null> {
  const networks = new NetworkStore(NetworkCollection.on(deps.connection))
  const memberships = new MembershipStore(MembershipCollection.on(deps.connection), deps.connection)
  // Seeded already, or another network has this address.
  if ((await networks.byId(ACME_ID)) ?? (await networks.bySlug('acme'))) return null
  const password = randomPassword()
  const passwordHash = await deps.hasher.hash(password)
  const accounts = await Promise.all(demoPeople.map((person, place) => accountOf(person, place, passwordHash, deps)))
  const [owner] = accounts
  if (!owner) throw new Error('The demo has nobody in it.')
  for (const [place, account] of accounts.entries()) {
    const person = demoPeople[place]
    if (!person) continue
    // An interrupted start may have stored an account whose password was never printed.
    await AccountCollection.on(deps.connection).replaceOne({ _id: account._id }, account, { upsert: true })
    await memberships.begin(membershipOf(account, person, deps.now))
  }
  const activatedAt = hoursFrom(deps.now, -ACTIVATED_HOURS_AGO)
  const mandate = {
    activationId: ACTIVATION,
    activatedAt,
    activatedBy: { accountId: owner._id, name: owner.name },
    deadline: hoursFrom(activatedAt, GRACE_HOURS),
  }
  await recordAudit(owner, mandate.deadline, activatedAt, deps)
  const key = await seedDemoKey(deps.connection, ACME_ID, owner, deps.now)
  const base = newNetwork({
    id: ACME_ID,
    slug: 'acme',
    name: ACME.name,
    plan: 'PRO',
    ownerId: owner._id,
    now: hoursFrom(deps.now, -24 * 90),
  })
  await networks.insert({ ...base, mandate, helpContact: 'it-help@acme.example, or room 2.14' })
  return welcome(password, key)
}

async function accountOf(
  person: DemoPerson,
  place: number,
  passwordHash: string,
  { keyRing, now }: DemoDeps,
): Promise<AccountDocument> {
  const email = demoEmailOf(person)
  const id = demoAccountIdOf(place)
  const createdAt = hoursFrom(now, -24 * 60)
  // Numbers that Ofcom reserves for drama: no one has them.
  const phone = `+447700900${(100 + place).toString()}`
  const hasApp = person.methods.includes('AUTHENTICATOR_APP')
  const hasSms = person.methods.includes('SMS')
  const codes = person.methods.length > 0 ? (await newBackupCodes(keyRing, id)).stored : []
  const times = { createdAt, lastUsedAt: null }
  return {
    ...newAccount({ emailKey: emailKeyOf(email) ?? email, email, name: person.name, passwordHash, now: createdAt }),
    _id: id,
    networkIds: [ACME_ID],
    factors: {
      app: hasApp
        ? {
            id: `fac_demo_app_${place}`,
            sealedSecret: await keyRing.seal(newTotpSecret(), { owner: id, purpose: 'totp' }),
            ...times,
          }
        : null,
      sms: hasSms
        ? {
            id: `fac_demo_sms_${place}`,
            sealedNumber: await keyRing.seal(phone, { owner: id, purpose: 'phone-number' }),
            maskedNumber: maskPhoneNumber(phone),
            ...times,
          }
        : null,
    },
    preferredMethod: person.methods[0] ?? null,
    backupCodes: codes,
    backupCodesGeneratedAt: codes.length > 0 ? createdAt : null,
  }
}

function membershipOf(account: AccountDocument, person: DemoPerson, now: Date): MembershipDocument {
  const fresh = newMembership(account, ACME_ID, person.role, hoursFrom(now, person.joinedLate ? -1 : -24 * 30))
  const extendedUntil = person.extraHours ? hoursFrom(now, person.extraHours) : null
  return {
    ...fresh,
    extendedUntil,
    extendedIn: extendedUntil && ACTIVATION,
    extensionReason: extendedUntil && 'On leave',
    ...listingKeysOf({ ...fresh, extendedUntil }),
    lastSignInAt: person.seenHoursAgo === undefined ? null : hoursFrom(now, -person.seenHoursAgo),
  }
}

async function recordAudit(owner: AccountDocument, deadline: Date, at: Date, { connection }: DemoDeps): Promise<void> {
  await new AuditStore(AuditEventCollection.on(connection)).append(
    [
      {
        type: 'mandate.activated',
        id: 'evt_demo_activated',
        at,
        networkId: ACME_ID,
        networkName: 'Acme',
        actor: { kind: 'person', accountId: owner._id, name: owner.name },
        origin: null,
        activationId: ACTIVATION,
        graceHours: GRACE_HOURS,
        deadline,
      },
    ],
    at,
  )
}

function welcome(password: string, key: string): string {
  const lines = demoPeople
    .filter((person) => person.tryThem)
    .map((person) => `  ${demoEmailOf(person).padEnd(28)} ${person.name}, ${person.tryThem}`)
  return [
    '',
    'A demo network is at /networks/acme. Sign in as:',
    ...lines,
    `The password for all of them, shown only once: ${password}`,
    `An API key for your own systems, shown only once: ${key}`,
    '',
  ].join('\n')
}

/**
 * Sets one new password for all demo accounts and ends their sessions, in case the printed one was lost.
 * @returns null without a demo
 */
export async function renewDemoPassword(deps: DemoDeps): Promise<{ password: string; addresses: string[] } | null> {
  const password = randomPassword()
  const passwordHash = await deps.hasher.hash(password)
  const ids = demoPeople.map((_, place) => demoAccountIdOf(place))
  const { matchedCount } = await AccountCollection.on(deps.connection).updateMany(
    { _id: { $in: ids } },
    { $set: { passwordHash, resetLink: null }, $inc: { epoch: 1 } },
  )
  if (matchedCount === 0) return null
  return { password, addresses: demoPeople.filter((person) => person.tryThem).map(demoEmailOf) }
}

const demoAccountIdOf = (place: number) => `acc_demo_${place}`

/** Four groups of four unambiguous letters and digits. */
function randomPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-')
}

function hoursFrom(date: Date, hours: number): Date {
  return new Date(date.getTime() + hours * HOUR)
}

/**
 * A ready key for trying the API; its return address is the one of `examples/step-up`.
 * @returns the whole key, which is shown only once
 */
export async function seedDemoKey(
  connection: Connection,
  networkId: string,
  owner: AccountDocument,
  now: Date,
): Promise<string> {
  const token = `twl_${DEMO_KEY_PREFIX}_${newToken()}`
  const key: ApiKeyDocument = {
    _id: DEMO_KEY_PREFIX,
    hash: hashToken(token),
    networkId,
    name: 'Demo shop',
    scopes: [...apiKeyScopes],
    allowedAddresses: [],
    returnAddresses: ['http://localhost:8080/confirmed'],
    makerAccountId: owner._id,
    makerName: owner.name,
    createdAt: now,
    expiresAt: new Date(now.getTime() + DEMO_KEY_DAYS * DAY),
    revokedAt: null,
    lastUsedAt: null,
    events: [],
  }
  await ApiKeyCollection.on(connection).replaceOne({ _id: DEMO_KEY_PREFIX }, key, { upsert: true })
  return token
}
