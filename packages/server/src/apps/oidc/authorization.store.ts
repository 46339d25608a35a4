import { inject } from '@needle-di/core'
import type { StayInNetwork } from '../../memberships/membership.store.js'
import { SessionCollection, type SessionDocument } from '../../sessions/session.model.js'
import type { SessionWithAccount } from '../../sessions/session.store.js'
import type { AppDocument } from '../app.model.js'
import { byId, type FoundFacts, stayIn } from '../sessions/deciding-facts.js'
import type { ArtifactDocument } from './artifact.model.js'

/** An app, and what an account is in its network. */
export interface AppWithStay {
  app: AppDocument
  stay: StayInNetwork | null
  hasVisited: boolean
}

export interface AuthorizationFacts extends SessionWithAccount {
  /** Null when there is no such app. */
  opened: AppWithStay | null
  artifacts: ArtifactDocument[]
}

interface FoundAuthorization extends Omit<FoundFacts, 'sessions'> {
  appId: string
  artifactRef: string | null
  visitId: string
  networkId: string
  apps: AppDocument[]
  visits: unknown[]
  artifacts: ArtifactDocument[]
  grants: ArtifactDocument[]
}

export class AuthorizationStore {
  constructor(private readonly sessions = inject(SessionCollection)) {}

  /**
   * A session and its account, an app with its network, the account's membership there, and whether it was at the app;
   * also an artifact of the provider and its grants: all that an authorization needs, in one command. All by `_id`.
   */
  async facts(sessionRef: string, appId: string, artifactRef: string | null): Promise<AuthorizationFacts | null> {
    const networkId = { $first: '$apps.networkId' }
    const [found] = await this.sessions
      .aggregate<SessionDocument & FoundAuthorization>([
        { $match: { _id: sessionRef } },
        {
          $set: {
            appId: { $literal: appId },
            artifactRef: { $literal: artifactRef },
            visitId: { $concat: [{ $literal: `${appId}:` }, '$accountId'] },
          },
        },
        byId('accounts', 'accountId'),
        byId('apps', 'appId'),
        { $set: { networkId, membershipId: { $concat: [networkId, ':', '$accountId'] } } },
        byId('networks', 'networkId'),
        byId('memberships', 'membershipId'),
        byId('app_visits', 'visitId', 'visits'),
        byId('oidc_artifacts', 'artifactRef', 'artifacts'),
        byId('oidc_artifacts', 'artifacts.grantRefs', 'grants'),
      ])
      .toArray()
    if (!found) return null
    const { appId: _, artifactRef: __, visitId: ___, networkId: ____, membershipId: _____, ...documents } = found
    const { apps, accounts, networks, memberships, visits, artifacts, grants, ...session } = documents
    const app = apps.find(({ deletedAt }) => deletedAt === null)
    return {
      session,
      account: accounts[0] ?? null,
      opened: app ? { app, stay: stayIn(networks[0], memberships[0]), hasVisited: visits.length > 0 } : null,
      artifacts: [...artifacts, ...grants],
    }
  }
}
