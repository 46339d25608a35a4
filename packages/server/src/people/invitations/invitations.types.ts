import { maskEmail } from '@twinlock/shared/email-address'
import type { Locale } from '@twinlock/shared/locales'
import { type InvitationOutcome, invitationOutcomes, type Role } from '@twinlock/shared/vocabulary'
import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import type { InvitationDocument } from '../../memberships/invitation.model.js'
import { Membership } from '../../memberships/membership.types.js'
import type { NetworkDocument } from '../../networks/network.model.js'
import { DateTimeScalar, EmailAddressScalar, GraphqlObject, PageInfo } from '../../platform/graphql/common.types.js'
import { enumOf, LocaleEnum, RoleEnum } from '../../platform/graphql/enums.js'
import { InvalidInput, TooManyAttempts, UserError } from '../../platform/graphql/user-error.types.js'
import { JoinLinkPreview } from '../join-link/join-link.types.js'

@InputType({ description: 'The address to invite, and the role.' })
export class InviteMemberInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => String, { description: 'The address; only the account that has confirmed it can accept.' })
  email!: string
  @Field(() => RoleEnum, { description: 'The role to begin with; OWNER only by an OWNER.' })
  role!: Role
}

@InputType({ description: 'Many people to invite into a network, all with one role.' })
export class InviteMembersInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => [String], {
    description:
      'Plain email addresses, 1 to 500. Each counts once, however often and in whatever spelling it is listed.',
  })
  emails!: string[]
  @Field(() => RoleEnum, { description: 'The role that they begin with. Only an OWNER may choose OWNER.' })
  role!: Role
}

@InputType({ description: 'One invitation of a network.' })
export class InvitationInput {
  @Field(() => ID, { description: 'The network.' })
  networkId!: string
  @Field(() => ID, { description: "The invitation's id." })
  invitationId!: string
}

@ObjectType({ description: 'The mail with the link is on its way.' })
export class InvitationSent extends GraphqlObject {
  @Field(() => EmailAddressScalar, { description: 'Where it went.' })
  email!: string
  @Field(() => DateTimeScalar, { description: 'When the link expires.' })
  expiresAt!: Date
}

const InvitationOutcomeEnum = enumOf(invitationOutcomes)
registerEnumType(InvitationOutcomeEnum, {
  name: 'InvitationOutcome',
  description: 'What became of one address of many that were invited.',
  valuesConfig: {
    INVITED: { description: 'The email with the link is on its way.' },
    ALREADY_MEMBER: { description: 'The account of this address is in the network already.' },
    INVALID: { description: 'It is not an email address.' },
    TOO_MANY: {
      description: 'This network, or this mailbox, has been sent as many invitations as it may for now: see `retryAt`.',
    },
  },
})

@ObjectType({ description: 'One address of many that were invited.' })
export class InvitedAddress extends GraphqlObject {
  @Field(() => String, { description: 'The address as it was written.' })
  email!: string
  @Field(() => InvitationOutcomeEnum, { description: 'What became of it.' })
  outcome!: InvitationOutcome
  @Field(() => DateTimeScalar, { nullable: true, description: 'When to try again after `TOO_MANY`; null otherwise.' })
  retryAt!: Date | null
}

@ObjectType({ description: 'Each address was tried.' })
export class MembersInvited extends GraphqlObject {
  @Field(() => [InvitedAddress], { description: 'The addresses in the order in which they were listed, each once.' })
  outcomes!: InvitedAddress[]
}

@ObjectType({ implements: UserError, description: 'The account of this address is in the network already.' })
export class AlreadyMember extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'The link does not work: it was used, revoked or replaced, has expired, or is for another account.',
})
export class InvitationInvalid extends UserError {}

@ObjectType({ description: 'The viewer joined the network.' })
export class InvitationAccepted extends GraphqlObject {
  @Field(() => Membership, { description: "The viewer's place in the network." })
  membership!: Membership
}

@ObjectType({ description: 'The invitation was revoked; its link no longer works.' })
export class InvitationRevoked extends GraphqlObject {
  @Field(() => ID, { description: "The invitation's id." })
  invitationId!: string
}

@ObjectType({ description: 'What an invitation shows to the holder of its link.' })
export class InvitationPreview extends GraphqlObject {
  @Field(() => String, { description: 'The name of the network.' })
  networkName!: string
  @Field(() => String, { description: 'The address of the network in links.' })
  networkSlug!: string
  @Field(() => String, { description: 'Who sent it.' })
  inviterName!: string
  @Field(() => LocaleEnum, {
    nullable: true,
    description: 'The language of the network, for a browser that asks for none of the app; null: none.',
  })
  locale!: Locale | null
  @Field(() => RoleEnum, { description: 'The role that goes with it.' })
  role!: Role
  @Field(() => String, { description: 'The invited address, masked.' })
  sentTo!: string
  @Field(() => Boolean, {
    description: 'Whether the network requires 2FA. A user without it sets it up when they first sign in.',
  })
  isTwoFactorRequired!: boolean
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the signed-in account is the invited one; null when signed out.',
  })
  isForViewer!: boolean | null
  @Field(() => DateTimeScalar, { description: 'When the link expires.' })
  expiresAt!: Date

  static from(invitation: InvitationDocument, network: NetworkDocument, viewerKey: string | null): InvitationPreview {
    return InvitationPreview.of({
      networkName: network.name,
      networkSlug: network.slug,
      locale: network.locale ?? null,
      inviterName: invitation.invitedBy.name,
      role: invitation.role,
      sentTo: maskEmail(invitation.email),
      isTwoFactorRequired: network.mandate !== null,
      isForViewer: viewerKey === null ? null : viewerKey === invitation.emailKey,
      expiresAt: invitation.expiresAt,
    })
  }
}

@ObjectType({ description: 'An invitation that waits for its answer; Admins see it.' })
export class Invitation extends GraphqlObject {
  @Field(() => ID, { description: "The invitation's id." })
  id!: string
  @Field(() => EmailAddressScalar, { description: 'Where it went.' })
  email!: string
  @Field(() => RoleEnum, { description: 'The role that goes with it.' })
  role!: Role
  @Field(() => String, { description: 'Who sent it last.' })
  inviterName!: string
  @Field(() => DateTimeScalar, { description: 'When it was sent last.' })
  sentAt!: Date
  @Field(() => DateTimeScalar, { description: 'When the link stops, or stopped, working.' })
  expiresAt!: Date

  static from({ _id, email, role, invitedBy, sentAt, expiresAt }: InvitationDocument): Invitation {
    return Invitation.of({ id: _id, email, role, inviterName: invitedBy.name, sentAt, expiresAt })
  }
}

@ObjectType({ description: 'A page of invitations.' })
export class InvitationConnection extends GraphqlObject {
  @Field(() => [Invitation], { description: 'The invitations, newest first.' })
  nodes!: Invitation[]
  @Field(() => PageInfo, { description: 'Where the next page begins.' })
  pageInfo!: PageInfo
}

export const InviteMemberResult = createUnionType({
  name: 'InviteMemberResult',
  description: 'What became of an invitation.',
  types: () => [InvitationSent, AlreadyMember, InvalidInput, TooManyAttempts] as const,
})

export const InviteMembersResult = createUnionType({
  name: 'InviteMembersResult',
  description: 'What became of many invitations.',
  types: () => [MembersInvited, InvalidInput] as const,
})

export const ResendInvitationResult = createUnionType({
  name: 'ResendInvitationResult',
  description: 'What became of an invitation sent again.',
  types: () => [InvitationSent, InvitationInvalid, TooManyAttempts] as const,
})

export const RevokeInvitationResult = createUnionType({
  name: 'RevokeInvitationResult',
  description: 'What became of an invitation taken back.',
  types: () => [InvitationRevoked, InvitationInvalid] as const,
})

export const AcceptInvitationResult = createUnionType({
  name: 'AcceptInvitationResult',
  description: 'What became of an acceptance.',
  types: () => [InvitationAccepted, InvitationInvalid] as const,
})

export const InvitationPreviewResult = createUnionType({
  name: 'InvitationPreviewResult',
  description: 'What an invitation says, or that its link does not work.',
  types: () => [InvitationPreview, JoinLinkPreview, InvitationInvalid] as const,
})
