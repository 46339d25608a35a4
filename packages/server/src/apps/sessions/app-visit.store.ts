import { inject } from '@needle-di/core'
import type { MembershipDocument } from '../../memberships/membership.model.js'
import { defineCollection } from '../../platform/mongo/database.js'
import { pageAfter } from '../../platform/mongo/page-filter.js'
import type { AppSessionDocument } from './app-session.model.js'

/** That a member has been at an app, stored as long as the activity log of the network. */
export interface AppVisitDocument {
  /** `app:account`. */
  _id: string
  appId: string
  networkId: string
  accountId: string
  /** When they first went there: before that they see where they are going. */
  at: Date
  /** Absent until the app, or the gate, knew who they are. */
  lastUsedAt?: Date
}

export const AppVisitCollection = defineCollection<AppVisitDocument>('app_visits', [
  [{ appId: 1, lastUsedAt: -1, _id: -1 }],
  [{ networkId: 1, lastUsedAt: 1 }],
])

/** Who it is, and what the app holds in their name now. */
export interface AppVisitor {
  visit: AppVisitDocument & { lastUsedAt: Date }
  /** Also for a former member; null when no trace of the membership remains. */
  membership: MembershipDocument | null
  live: AppSessionDocument[]
}

/** Where the page before ended; null: the first page. */
export type AfterVisit = { at: Date; id: string } | null

type FoundVisitor = AppVisitor['visit'] & { memberships: MembershipDocument[]; live: AppSessionDocument[] }

const visitId = (appId: string, accountId: string) => `${appId}:${accountId}`

/** Who has been at which app: one small document for each member and app, whatever else is forgotten of it. */
export class AppVisitStore {
  constructor(private readonly visits = inject(AppVisitCollection)) {}

  /** By `_id`. */
  async has(appId: string, accountId: string): Promise<boolean> {
    return (await this.visits.findOne({ _id: visitId(appId, accountId) })) !== null
  }

  /** By `_id`. @param isUse whether the app knows who it is; otherwise they are on their way there */
  async note(who: Pick<AppVisitDocument, 'appId' | 'networkId' | 'accountId'>, now: Date, isUse: boolean) {
    const { appId, networkId, accountId } = who
    await this.visits.updateOne(
      { _id: visitId(appId, accountId) },
      {
        $set: { appId, networkId, accountId },
        $setOnInsert: { at: now },
        ...(isUse ? { $max: { lastUsedAt: now } } : {}),
      },
      { upsert: true },
    )
  }

  /** By `appId, lastUsedAt, _id`, in one command: what was used last comes first. */
  async ofApp(appId: string, after: AfterVisit, limit: number): Promise<AppVisitor[]> {
    const used = { $type: 'date' }
    const order = { key: 'lastUsedAt', direction: -1, idDirection: -1, bound: used } as const
    const found = await this.visits
      .aggregate<FoundVisitor>([
        {
          $match: after
            ? pageAfter<AppVisitDocument>({ appId }, order, { key: after.at, id: after.id })
            : { appId, lastUsedAt: used },
        },
        { $sort: { lastUsedAt: -1, _id: -1 } },
        { $limit: limit },
        { $set: { memberId: { $concat: ['$networkId', ':', '$accountId'] } } },
        { $lookup: { from: 'memberships', localField: 'memberId', foreignField: '_id', as: 'memberships' } },
        {
          $lookup: {
            from: 'app_sessions',
            localField: 'accountId',
            foreignField: 'accountId',
            pipeline: [{ $match: { appId, endedAt: null } }],
            as: 'live',
          },
        },
      ])
      .toArray()
    return found.map(({ memberships, live, ...visit }) => ({ visit, membership: memberships[0] ?? null, live }))
  }

  /** By `appId`: the app was deleted. */
  async forgetApp(appId: string): Promise<void> {
    await this.visits.deleteMany({ appId })
  }

  /** By `networkId, lastUsedAt`. */
  async deleteOlder(networkId: string, before: Date): Promise<void> {
    await this.visits.deleteMany({ networkId, lastUsedAt: { $lt: before } })
  }
}
