import type { FactorMethod, Role, TwoFactorStanding } from '@twinlock/shared/vocabulary'
import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { type Part, partOf } from '../../domain/protection.js'
import { proofOf, type SsoProof } from '../../domain/sso-policy.js'
import { deadlineIn, isExtendedIn, standingOf } from '../../domain/standing.js'
import { factsOf, type MembershipDocument } from '../../memberships/membership.model.js'
import { standingNameOf } from '../../memberships/membership.types.js'
import { type NetworkDocument, policyOf } from '../../networks/network.model.js'
import { DateTimeScalar, EmailAddressScalar, GraphqlObject, PageInfo } from '../../platform/graphql/common.types.js'
import {
  enumOf,
  FactorMethodEnum,
  RoleEnum,
  SsoProofEnum,
  TwoFactorStandingEnum,
} from '../../platform/graphql/enums.js'
import { endOfReminderHour } from '../broadcasts/broadcasts-for.js'
import { type MemberFilter, memberOrders } from './member-query.js'

export const MemberOrderEnum = enumOf(memberOrders)
registerEnumType(MemberOrderEnum, {
  name: 'MemberOrder',
  description: 'How members are ordered.',
  valuesConfig: {
    STATUS: { description: 'Members without a method first, the nearest deadline at the top.' },
    STATUS_REVERSED: { description: 'The reverse of `STATUS`.' },
    NAME: { description: 'By name.' },
    NAME_REVERSED: { description: 'By name, from the end of the alphabet.' },
    LAST_SIGN_IN: { description: 'The latest sign-in first.' },
    LAST_SIGN_IN_REVERSED: { description: 'Members who never signed in, then the earliest sign-in first.' },
  },
})

@ArgsType()
@InputType({ description: 'The members that a listing with the same arguments finds.' })
export class MemberFilterInput {
  @Field(() => TwoFactorStandingEnum, { nullable: true, description: 'Only these.' })
  standing?: TwoFactorStanding | null
  @Field(() => CoveragePartEnum, { nullable: true, description: 'Only these, whether or not anything is required.' })
  part?: Part | null
  @Field(() => String, { nullable: true, description: 'How parts of the name, or the address, begin.' })
  search?: string | null
  @Field(() => RoleEnum, { nullable: true, description: 'Only these.' })
  role?: Role | null
  @Field(() => FactorMethodEnum, { nullable: true, description: 'Only members who have set up this method.' })
  method?: FactorMethod | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only members whose last sign-in was then or later.' })
  signedInFrom?: Date | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only members whose last sign-in was before then.' })
  signedInBefore?: Date | null
  @Field(() => Boolean, { nullable: true, description: 'False: only members who never signed in; true: the others.' })
  hasSignedIn?: boolean | null
}

@InputType({ description: 'Which members; each condition narrows the others.' })
export class MemberWhereInput {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the member has set up a method of their own. Members who use company sign-in may have none; `part: NOT_YET` selects those who lack both.',
  })
  hasTwoFactor?: boolean | null
  @Field(() => [TwoFactorStandingEnum], { nullable: true, description: 'Any of these standings.' })
  standingIn?: TwoFactorStanding[] | null
  @Field(() => [RoleEnum], { nullable: true, description: 'Any of these roles.' })
  roleIn?: Role[] | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Changed since then.' })
  updatedSince?: Date | null
}

export const CoveragePartEnum = {
  PROTECTED: 'protected',
  COMPANY_SIGN_IN: 'company-sign-in',
  NOT_YET: 'not-yet',
} as const satisfies Record<string, Part>
registerEnumType(CoveragePartEnum, {
  name: 'CoveragePart',
  description: 'The three parts that exclude each other and make up a whole network.',
  valuesConfig: {
    PROTECTED: { description: 'Has two-factor authentication by a method the network accepts.' },
    COMPANY_SIGN_IN: {
      description: "Signs in through the network's identity provider, which performs the second step.",
    },
    NOT_YET: { description: 'Neither.' },
  },
})

@ObjectType({ description: 'A member as the Security page shows them: a listing, never what decides who gets in.' })
export class Member extends GraphqlObject {
  @Field(() => ID, { description: "The membership's id." })
  id!: string
  @Field(() => String, { description: 'Their name.' })
  name!: string
  @Field(() => EmailAddressScalar, { description: 'Their address.' })
  email!: string
  @Field(() => RoleEnum, { description: 'What they may do here.' })
  role!: Role
  @Field(() => TwoFactorStandingEnum, { description: "Against the network's requirement, now." })
  standing!: TwoFactorStanding
  @Field(() => CoveragePartEnum, { description: 'Where they count, whether or not anything is required.' })
  part!: Part
  @Field(() => DateTimeScalar, { nullable: true, description: 'When GRACE ends or ended; null otherwise.' })
  deadline!: Date | null
  @Field(() => [FactorMethodEnum], { description: 'What they have set up.' })
  methods!: FactorMethod[]
  @Field(() => DateTimeScalar, { description: 'Since when they have been in this network.' })
  joinedAt!: Date
  @Field(() => String, {
    nullable: true,
    description: 'What another system calls them, as an Admin wrote it; null: nothing.',
  })
  externalId!: string | null
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When they last signed in to this network; null: never since they joined. Until their next sign-in it may still be what an earlier release stored, which counted sign-ins to other networks too.',
  })
  lastSignInAt!: Date | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they were last mailed about this requirement.' })
  lastMailAt!: Date | null
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when on an Admin can remind them again; null when no Admin has reminded them yet.',
  })
  remindableFrom!: Date | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when an Admin gave them more time.' })
  extendedUntil!: Date | null
  @Field(() => String, { nullable: true, description: 'Why.' })
  extensionReason!: string | null
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When their account is erased, if they asked for that; until then they may keep it.',
  })
  deletionAt!: Date | null
  @Field(() => SsoProofEnum, {
    nullable: true,
    description: "What the provider last reported about the member's second step; null if it never reported anything.",
  })
  ssoProof!: SsoProof | null
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they last signed in through the provider.' })
  ssoAt!: Date | null

  /** @param membership as `memberOf` gives it. The standing is of the copied methods: good enough to look at. */
  static from(membership: MembershipDocument, network: NetworkDocument, now: Date): Member {
    const standing = standingOf(policyOf(network), factsOf(membership), membership.methods, now)
    const isExtended = isExtendedIn(network.mandate, membership)
    const { _id, name, email, role, methods, joinedAt, lastSignInAt, lastMailAt, sso } = membership
    return Member.of({
      id: _id,
      name,
      email,
      role,
      standing: standingNameOf(standing),
      part: partOf(membership.protection, policyOf(network), now),
      deadline: deadlineIn(standing),
      methods,
      joinedAt,
      externalId: membership.externalId ?? null,
      lastSignInAt,
      lastMailAt,
      remindableFrom: endOfReminderHour(membership.remindedIn, network.mandate?.activationId),
      extendedUntil: isExtended ? membership.extendedUntil : null,
      extensionReason: isExtended ? membership.extensionReason : null,
      deletionAt: membership.deletionAt ?? null,
      ssoProof: sso && network.sso ? proofOf(network.sso, sso, now) : null,
      ssoAt: sso?.saidAt ?? null,
    })
  }
}

@ObjectType({ description: 'A member at a place in the listing.' })
export class MemberEdge extends GraphqlObject {
  @Field(() => String, { description: 'The place: give it as `after` for what comes next.' })
  cursor!: string
  @Field(() => Member, { description: 'The member.' })
  node!: Member
}

@ObjectType({ description: 'A page of members.' })
export class MemberConnection {
  /** What was asked, for counting only when the total is asked too. */
  constructor(
    readonly network: NetworkDocument,
    readonly filter: MemberFilter,
    edges: MemberEdge[],
    pageInfo: PageInfo,
  ) {
    this.edges = edges
    this.pageInfo = pageInfo
  }

  @Field(() => [MemberEdge], { description: 'The members of this page.' })
  edges: MemberEdge[]
  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo: PageInfo
}
