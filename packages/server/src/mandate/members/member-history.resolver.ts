import { inject } from '@needle-di/core'
import { type CodeDelivery, secondStepMethods } from '@twinlock/shared/vocabulary'
import { Arg, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root, registerEnumType } from 'type-graphql'
import { requireAdminOrScope } from '../../access/access.service.js'
import { AuditStore } from '../../audit/audit.store.js'
import type { Evidence } from '../../domain/evidence.js'
import { logSince } from '../../domain/log-retention.js'
import { type MembershipDocument, memberOf } from '../../memberships/membership.model.js'
import type { TemplateName } from '../../notifications/message-props.types.js'
import { Outbox } from '../../outbox/outbox.service.js'
import { Clock } from '../../platform/clock/clock.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { CodeDeliveryEnum, enumOf } from '../../platform/graphql/enums.js'
import { pageSizeOf } from '../../platform/graphql/page.js'
import { NetworkSecurity } from '../network-security.types.js'
import { MemberListingStore } from './member-listing.store.js'

const mailKinds = [
  'REQUIRED',
  'REMINDER',
  'TIME_IS_UP',
  'MORE_TIME',
  'NO_LONGER_REQUIRED',
  'METHODS_CHANGING',
  'SETTING_CHANGING',
  'COMPANY_SIGN_IN',
  'HELP_BACK_IN',
  'SIGNED_OUT',
] as const
export type MemberMailKind = (typeof mailKinds)[number]

/** The mails that a network sends a member as its member. */
export const mailKindOf: { readonly [Template in TemplateName]?: MemberMailKind } = {
  'mandate-activated-to-do': 'REQUIRED',
  'mandate-activated-ready': 'REQUIRED',
  'mandate-activated-sso': 'REQUIRED',
  'mandate-reminder': 'REMINDER',
  'mandate-deadline-passed': 'TIME_IS_UP',
  'mandate-before-first-entry': 'TIME_IS_UP',
  'mandate-extended': 'MORE_TIME',
  'mandate-deactivated': 'NO_LONGER_REQUIRED',
  'mandate-methods-changing': 'METHODS_CHANGING',
  'mandate-setting-changing': 'SETTING_CHANGING',
  'sso-required': 'COMPANY_SIGN_IN',
  'sso-proof-required': 'COMPANY_SIGN_IN',
  'sso-ending': 'COMPANY_SIGN_IN',
  'sso-owner-entered': 'COMPANY_SIGN_IN',
  'notice-company-sign-in-joined': 'COMPANY_SIGN_IN',
  're-enrolment-granted': 'HELP_BACK_IN',
  'notice-network-sessions-ended': 'SIGNED_OUT',
}

const signInMethods = ['PASSWORD', ...secondStepMethods, 'EMAIL_CODE', 'TRUSTED_DEVICE', 'COMPANY_SIGN_IN'] as const
export type SignInMethod = (typeof signInMethods)[number]

/** The names of evidence for Admins; null: an act within a session, not a way to sign in. */
export const signInMethodOf: Readonly<Record<Evidence['method'], SignInMethod | null>> = {
  ...enumOf(secondStepMethods),
  PASSWORD: 'PASSWORD',
  MAILBOX: 'EMAIL_CODE',
  TRUSTED_DEVICE: 'TRUSTED_DEVICE',
  IDENTITY_PROVIDER: 'COMPANY_SIGN_IN',
  OWNER_ENTRY: null,
}

const MemberMailKindEnum = enumOf(mailKinds)
registerEnumType(MemberMailKindEnum, {
  name: 'MemberMailKind',
  description: 'What a network mails its members about.',
  valuesConfig: {
    REQUIRED: { description: 'Two-factor authentication is now required.' },
    REMINDER: { description: 'A reminder before the deadline.' },
    TIME_IS_UP: { description: 'The deadline has passed; set-up comes with the next sign-in.' },
    MORE_TIME: { description: 'An Admin gave more time.' },
    NO_LONGER_REQUIRED: { description: 'Two-factor authentication is no longer required.' },
    METHODS_CHANGING: { description: 'The accepted methods change.' },
    SETTING_CHANGING: { description: 'Another security setting changes.' },
    COMPANY_SIGN_IN: { description: 'About the company sign-in.' },
    HELP_BACK_IN: { description: 'An Admin lets the member set up again.' },
    SIGNED_OUT: { description: 'An Admin ended the sessions in this network.' },
  },
})

const SignInMethodEnum = enumOf(signInMethods)
registerEnumType(SignInMethodEnum, {
  name: 'SignInMethod',
  description: 'What was used to sign in.',
  valuesConfig: {
    PASSWORD: { description: 'The password.' },
    AUTHENTICATOR_APP: { description: 'A code from an authenticator app.' },
    SMS: { description: 'A code by text message.' },
    PASSKEY: { description: 'A passkey, as the second step or alone.' },
    BACKUP_CODE: { description: 'A backup code.' },
    EMAIL_CODE: { description: 'A code by email, on the way to a first method.' },
    TRUSTED_DEVICE: { description: 'A trusted device instead of the second step.' },
    COMPANY_SIGN_IN: { description: "This network's identity provider." },
  },
})

@ObjectType({ description: 'An email that the network sent a member.' })
export class MemberMail extends GraphqlObject {
  @Field(() => ID, { description: "The message's id." })
  id!: string
  @Field(() => MemberMailKindEnum, { description: 'What it is about.' })
  kind!: MemberMailKind
  @Field(() => DateTimeScalar, { description: 'When it was queued.' })
  at!: Date
  @Field(() => CodeDeliveryEnum, { description: 'How far it has come.' })
  delivery!: CodeDelivery
}

@ObjectType({
  description:
    'A sign-in that opened the network, or a proof that opened it to a session that was there already: an older sign-in confirmed, two-factor authentication set up, the company sign-in bypassed.',
})
export class MemberSignIn extends GraphqlObject {
  @Field(() => ID, { description: "The event's id." })
  id!: string
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date
  @Field(() => [SignInMethodEnum], { description: 'What was used, in this order.' })
  methods!: SignInMethod[]
}

const MOST_AT_ONCE = 50

/** What the network knows of a member's past: its own mails, and the sign-ins that opened it. */
@Resolver(() => NetworkSecurity)
export class MemberHistoryResolver {
  constructor(
    private readonly members = inject(MemberListingStore),
    private readonly outbox = inject(Outbox),
    private readonly audit = inject(AuditStore),
    private readonly clock = inject(Clock),
  ) {}

  @FieldResolver(() => [MemberMail], {
    description:
      'What the network mailed a member in the last 30 days, newest first. Admins, and keys with members:read. Empty when nobody of this id is in the network.',
  })
  async memberMails(
    @Root() root: NetworkSecurity,
    @Arg('memberId', () => ID, { description: "The membership's id." }) memberId: string,
    @Arg('first', () => Int, { defaultValue: 20, description: '1..50' }) first: number,
  ): Promise<MemberMail[]> {
    requireAdminOrScope(root.open, 'members:read')
    const size = pageSizeOf(first, MOST_AT_ONCE)
    const member = await this.#member(root, memberId)
    if (!member) return []
    const found = await this.outbox.toMember(member._id, member.joinedAt, size)
    return found.flatMap(({ id, template, putAt, delivery }) => {
      const kind = mailKindOf[template as TemplateName]
      return kind ? [MemberMail.of({ id, kind, at: putAt, delivery })] : []
    })
  }

  @FieldResolver(() => [MemberSignIn], {
    description:
      "A member's sign-ins that opened this network, newest first; never those that opened others alone. Admins, and keys with audit:read. Empty when nobody of this id is in the network.",
  })
  async memberSignIns(
    @Root() root: NetworkSecurity,
    @Arg('memberId', () => ID, { description: "The membership's id." }) memberId: string,
    @Arg('first', () => Int, { defaultValue: 20, description: '1..50' }) first: number,
  ): Promise<MemberSignIn[]> {
    requireAdminOrScope(root.open, 'audit:read')
    const size = pageSizeOf(first, MOST_AT_ONCE)
    const member = await this.#member(root, memberId)
    if (!member) return []
    const { network } = root.open
    const kept = logSince(network.logDays, this.clock.now())
    const since = kept && kept > member.joinedAt ? kept : member.joinedAt
    const found = await this.audit.signInsTo(network._id, member.accountId, since, size)
    return found.map(({ id, at, methods, provider }) =>
      MemberSignIn.of({
        id,
        at,
        methods: methods.flatMap((method) =>
          method === 'IDENTITY_PROVIDER' && provider !== network._id ? [] : (signInMethodOf[method] ?? []),
        ),
      }),
    )
  }

  async #member({ open }: NetworkSecurity, memberId: string): Promise<MembershipDocument | null> {
    const { network } = open
    const [found] = memberId.startsWith(`${network._id}:`) ? await this.members.byIds([memberId]) : []
    return memberOf(network, found ?? null)
  }
}
