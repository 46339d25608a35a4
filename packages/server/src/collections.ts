import type { Connection } from 'mongoose'
import { AccountCollection } from './accounts/account.model.js'
import { ApiKeyCollection } from './api-keys/api-key.model.js'
import { AppCollection } from './apps/app.model.js'
import { GateEntryCollection } from './apps/gate/gate-entry.store.js'
import { ArtifactCollection } from './apps/oidc/artifact.model.js'
import { AppSessionCollection } from './apps/sessions/app-session.model.js'
import { AppVisitCollection } from './apps/sessions/app-visit.store.js'
import { AuditEventCollection } from './audit/audit-event.model.js'
import { EventRetryCollection } from './events/event-retries.js'
import { BroadcastCollection } from './mandate/broadcasts/broadcast.model.js'
import { CoverageCollection, CoverageSnapshotCollection } from './mandate/coverage/coverage.store.js'
import { InvitationCollection } from './memberships/invitation.model.js'
import { MembershipCollection } from './memberships/membership.model.js'
import { NetworkCollection } from './networks/network.model.js'
import { KeyCanaryCollection } from './operator/key-canary.store.js'
import { CapturedMessageCollection } from './outbox/captured-messages.store.js'
import { OutboxCollection } from './outbox/outbox.model.js'
import { RateWindowCollection } from './platform/mongo/fixed-window.store.js'
import { RateLimitCollection } from './platform/mongo/rate-limit.store.js'
import { PasswordGuessesCollection } from './profile/password/password-guess.store.js'
import { SignUpCollection } from './profile/sign-up/sign-up.store.js'
import { SessionCollection, SignInCollection } from './sessions/session.model.js'
import { TrustedDeviceCollection } from './sessions/trusted-device.store.js'
import { SpentChallengeCollection } from './sign-in/spent-challenge.store.js'
import { SigningKeyCollection } from './signing-keys/signing-key.store.js'
import { IdentityCollection } from './sso/members/identity.store.js'
import { PendingAnswerCollection } from './sso/sign-in/pending-answer.store.js'
import { SsoRequestCollection } from './sso/sign-in/sso-request.store.js'
import { SmsMonthCollection } from './two-factor/sms/sms-budget.store.js'
import { VerificationCollection } from './verification/verification.model.js'
import { DeliveryCollection } from './webhooks/delivery.model.js'
import { WebhookCollection } from './webhooks/webhook.model.js'

/** Every collection of ours: what migrations compare the database with. */
export const collections: readonly { on(connection: Connection): unknown }[] = [
  AccountCollection,
  RateLimitCollection,
  ApiKeyCollection,
  AppCollection,
  AppSessionCollection,
  AppVisitCollection,
  ArtifactCollection,
  AuditEventCollection,
  CapturedMessageCollection,
  CoverageCollection,
  CoverageSnapshotCollection,
  DeliveryCollection,
  EventRetryCollection,
  GateEntryCollection,
  IdentityCollection,
  InvitationCollection,
  PendingAnswerCollection,
  KeyCanaryCollection,
  MembershipCollection,
  NetworkCollection,
  OutboxCollection,
  PasswordGuessesCollection,
  RateWindowCollection,
  BroadcastCollection,
  SessionCollection,
  SignInCollection,
  SignUpCollection,
  SigningKeyCollection,
  SmsMonthCollection,
  SpentChallengeCollection,
  SsoRequestCollection,
  TrustedDeviceCollection,
  VerificationCollection,
  WebhookCollection,
]
