import type { Locale } from '@twinlock/shared/locales'
import { type FactorMethod, factorMethods, type Plan } from '@twinlock/shared/vocabulary'
import type { SessionLimit } from '../domain/session-limit.js'
import { type EarlierSetting, settingAt } from '../domain/setting-change.js'
import type { SsoPolicy } from '../domain/sso-policy.js'
import type { Mandate, NetworkPolicy } from '../domain/standing.js'
import type { DomainEvent, NetworkEvent } from '../events/event.types.js'
import { defineCollection } from '../platform/mongo/database.js'

/** A member who is leaving, until every trace of the membership is removed. The network is closed to them at once. */
export interface Departure {
  accountId: string
  /** Which stay ends: a later one is none of its business. */
  joinedAt: Date
  event: Extract<NetworkEvent, { type: 'member.left' | 'member.removed' | 'member.erased' }>
}

/** The network's identity provider, and what was decided about it. */
export interface SsoConnection extends SsoPolicy {
  clientId: string
  /** Null: the provider requires none (a public client, with PKCE alone). */
  sealedSecret: string | null
  /** The role of a newcomer with an address of a proved domain; null: newcomers are not admitted. */
  justInTimeRole: 'MEMBER' | 'ADMIN' | null
  savedAt: Date
  /** Raised by every change that was decided: two at once never both win. */
  version: number
  /** The last sign-in of an Admin who tried it, or of anybody, that went all the way. */
  workedAt: Date | null
  /** Why the last one did not, if that was the provider's or the configuration's fault. */
  trouble: { at: Date; reason: string } | null
}

/** A domain that the network claims; its addresses are the network's own once the record was found in the DNS. */
export interface SsoDomain {
  /** ASCII, lower case. */
  name: string
  /** What the TXT record must carry. */
  token: string
  claimedAt: Date
  provedAt: Date | null
  /** Since when the record is not found any more. */
  missingSince: Date | null
}

/** A link by which anyone with a confirmed address of a proved domain joins as a member. */
export interface JoinLink {
  /** SHA-256; the link itself is shown once. */
  tokenHash: string
  createdAt: Date
  createdBy: { accountId: string; name: string }
}

/** A tenant, with its policy and mandate inside: activating is one write of this document. */
export interface NetworkDocument {
  _id: string
  slug: string
  name: string
  plan: Plan
  createdAt: Date
  /** Who is OWNER; never empty. In this one document, so that one conditional update guards the last of them. */
  ownerIds: string[]
  departures: Departure[]
  /** OWNERs whose account is scheduled for erasure: they do not count as OWNER until they cancel that. */
  restingOwners?: { accountId: string; at: Date }[]
  /** Set while the network is scheduled to be deleted. */
  deletion?: { requestedAt: Date; at: Date; requestedBy: { accountId: string; name: string } } | null
  /** For how many days entries stay in the log; absent or null: for good. */
  logDays?: number | null
  /** Counts completed departures, so that appointing an OWNER can detect a departure in between. */
  departed: number
  mandate: Mandate | null
  acceptedMethods: FactorMethod[]
  /** The list before the last change, which counts too until then. */
  earlierMethods: { accepted: FactorMethod[]; until: Date } | null
  /** The hour, of one activation, in which an Admin last had everyone reminded who has to act. */
  remindedIn?: string | null
  trustedDeviceDays: number
  /** What counted before the last change, and still counts until then. */
  earlierTrustedDeviceDays?: EarlierSetting<number> | null
  /** Absent or null: sessions count as long as they last. */
  sessionLimit?: SessionLimit | null
  earlierSessionLimit?: EarlierSetting<SessionLimit | null> | null
  /** Absent: it is allowed. */
  refusesPasskeySignIn?: boolean
  /** Whether it was allowed before the last change. */
  earlierPasskeySignIn?: EarlierSetting<boolean> | null
  helpContact: string | null
  /** For people whose language is unknown. Absent or null: the language of the request, then English. */
  locale?: Locale | null
  sso: SsoConnection | null
  ssoDomains: SsoDomain[]
  /** Absent or null: there is none. */
  joinLink?: JoinLink | null
  /** Hosts that the operator gave its apps, beside those under its proved domains. Absent: none. */
  appHosts?: string[]
  events: DomainEvent[]
}

export const NetworkCollection = defineCollection<NetworkDocument>('networks', [
  [{ slug: 1 }, { unique: true }],
  [{ 'departures.accountId': 1 }, { sparse: true }],
  [{ 'restingOwners.accountId': 1 }, { sparse: true }],
  [{ 'deletion.at': 1 }, { sparse: true }],
  [{ logDays: 1 }, { sparse: true }],
  [{ 'ssoDomains.name': 1 }, { sparse: true }],
  [{ 'sso.issuer': 1, 'sso.clientId': 1 }, { sparse: true }],
  [{ 'sso.endsAt': 1 }, { sparse: true }],
  [{ 'joinLink.tokenHash': 1 }, { sparse: true }],
  [{ 'events.id': 1 }, { sparse: true }],
])

/** For the mails of a network: the language that its Admins set, where a recipient has none of their own. */
export function mailLanguageOf(network: Pick<NetworkDocument, 'locale'> | null): { locale?: Locale } {
  return network?.locale ? { locale: network.locale } : {}
}

/** From the moment on that was announced, however late the worker clears it away. */
export function isDeleted({ deletion }: Pick<NetworkDocument, 'deletion'>, now: Date): boolean {
  return deletion != null && now >= deletion.at
}

/** The part of a network that decides access. */
export function policyOf(network: NetworkDocument): NetworkPolicy {
  return {
    mandate: network.mandate,
    methods: { accepted: network.acceptedMethods, earlier: network.earlierMethods },
    trustedDeviceDays: network.trustedDeviceDays,
    sessionLimit: network.sessionLimit ?? null,
    allowsPasskeySignIn: !network.refusesPasskeySignIn,
    sso: network.sso,
  }
}

/** What counts at this moment of the settings that change with notice; the mandate and methods carry their own times. */
export function policyAt(network: NetworkDocument, now: Date): NetworkPolicy {
  const policy = policyOf(network)
  return {
    ...policy,
    trustedDeviceDays: settingAt(policy.trustedDeviceDays, network.earlierTrustedDeviceDays, now),
    sessionLimit: settingAt(policy.sessionLimit, network.earlierSessionLimit, now),
    allowsPasskeySignIn: settingAt(policy.allowsPasskeySignIn, network.earlierPasskeySignIn, now),
  }
}

/** A network as it begins: nothing required, every method accepted. */
export function newNetwork(from: {
  id: string
  slug: string
  name: string
  plan: Plan
  ownerId: string
  now: Date
}): NetworkDocument {
  return {
    _id: from.id,
    slug: from.slug,
    name: from.name,
    plan: from.plan,
    createdAt: from.now,
    ownerIds: [from.ownerId],
    departures: [],
    departed: 0,
    mandate: null,
    acceptedMethods: [...factorMethods],
    earlierMethods: null,
    trustedDeviceDays: 0,
    helpContact: null,
    sso: null,
    ssoDomains: [],
    events: [],
  }
}
