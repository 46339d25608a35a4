import type { Connection } from 'mongoose'
import { AccountModel } from './accounts/account.model.js'
import { ApiKeyModel } from './api-keys/api-key.model.js'
import { AppModel } from './apps/app.model.js'
import { GateEntryModel } from './apps/gate/gate-entry.model.js'
import { AppSessionModel } from './apps/held/app-session.model.js'
import { AppVisitModel } from './apps/held/app-visit.model.js'
import { ArtifactModel } from './apps/oidc/artifact.model.js'
import { AuditEventModel } from './audit/audit-event.model.js'
import { EventRetryModel } from './events/event-retry.model.js'
import { BroadcastModel } from './mandate/broadcasts/broadcast.model.js'
import { CoverageModel, CoverageSnapshotModel } from './mandate/coverage/coverage.model.js'
import { InvitationModel } from './memberships/invitation.model.js'
import { MembershipModel } from './memberships/membership.model.js'
import { NetworkModel } from './networks/network.model.js'
import { KeyCanaryModel } from './operator/key-canary.store.js'
import { CapturedMessageModel } from './outbox/captured-message.model.js'
import { OutboxModel } from './outbox/outbox.model.js'
import { RateWindowModel } from './platform/mongo/fixed-window.store.js'
import { RateLimitModel } from './platform/mongo/rate-limit.store.js'
import { PasswordGuessesModel } from './profile/password/password-guess.store.js'
import { SignUpModel } from './profile/sign-up/sign-up.model.js'
import { SessionModel, SignInModel } from './sessions/session.model.js'
import { TrustedDeviceModel } from './sessions/trusted-device.model.js'
import { SpentChallengeModel } from './sign-in/spent-challenge.store.js'
import { SigningKeyModel } from './signing-keys/signing-key.model.js'
import { IdentityModel } from './sso/members/identity.model.js'
import { PendingAnswerModel } from './sso/sign-in/pending-answer.model.js'
import { SsoRequestModel } from './sso/sign-in/sso-request.model.js'
import { SmsMonthModel } from './two-factor/sms/sms-budget.store.js'
import { VerificationModel } from './verification/verification.model.js'
import { DeliveryModel } from './webhooks/delivery.model.js'
import { WebhookModel } from './webhooks/webhook.model.js'

/** Every collection of ours: what migrations compare the database with. */
export const models: readonly { on(connection: Connection): unknown }[] = [
  AccountModel,
  RateLimitModel,
  ApiKeyModel,
  AppModel,
  AppSessionModel,
  AppVisitModel,
  ArtifactModel,
  AuditEventModel,
  CapturedMessageModel,
  CoverageModel,
  CoverageSnapshotModel,
  DeliveryModel,
  EventRetryModel,
  GateEntryModel,
  IdentityModel,
  InvitationModel,
  PendingAnswerModel,
  KeyCanaryModel,
  MembershipModel,
  NetworkModel,
  OutboxModel,
  PasswordGuessesModel,
  RateWindowModel,
  BroadcastModel,
  SessionModel,
  SignInModel,
  SignUpModel,
  SigningKeyModel,
  SmsMonthModel,
  SpentChallengeModel,
  SsoRequestModel,
  TrustedDeviceModel,
  VerificationModel,
  WebhookModel,
]
