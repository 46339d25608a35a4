import type { Locale } from '@twinlock/shared/locales'
import type { Role } from '@twinlock/shared/vocabulary'
import { createUnionType, Field, ObjectType } from 'type-graphql'
import type { NetworkDocument } from '../../networks/network.model.js'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { LocaleEnum, RoleEnum } from '../../platform/graphql/enums.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'

@ObjectType({
  description:
    'The link by which anyone with a confirmed address of a proved domain joins the network as a member. Admins see it.',
})
export class JoinLink extends GraphqlObject {
  @Field(() => [String], {
    description: 'The proved domains whose addresses it admits. While there are none, no link can be created or used.',
  })
  domains!: string[]
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the link was created; null while it is off.' })
  createdAt!: Date | null
  @Field(() => String, { nullable: true, description: 'The name of the Admin who created it; null while it is off.' })
  creatorName!: string | null

  static from({ joinLink }: NetworkDocument, domains: string[]): JoinLink {
    return JoinLink.of({
      domains,
      createdAt: joinLink?.createdAt ?? null,
      creatorName: joinLink?.createdBy.name ?? null,
    })
  }
}

@ObjectType({ description: 'The link works from now on; an earlier one no longer does.' })
export class JoinLinkCreated extends GraphqlObject {
  @Field(() => String, { description: 'The link. It is shown this once.' })
  url!: string
  @Field(() => JoinLink, { description: 'What is known of it later.' })
  joinLink!: JoinLink
}

export const CreateJoinLinkResult = createUnionType({
  name: 'CreateJoinLinkResult',
  description: 'What became of a new join link.',
  types: () => [JoinLinkCreated, InvalidInput] as const,
})

@ObjectType({ description: 'What the join link of a network shows to its holder.' })
export class JoinLinkPreview extends GraphqlObject {
  @Field(() => String, { description: 'The name of the network.' })
  networkName!: string
  @Field(() => String, { description: 'The address of the network in links.' })
  networkSlug!: string
  @Field(() => LocaleEnum, {
    nullable: true,
    description: 'The language of the network, for a browser that asks for none of the app; null: none.',
  })
  locale!: Locale | null
  @Field(() => RoleEnum, { description: 'The role that members begin with.' })
  role!: Role
  @Field(() => [String], { description: 'The domains whose addresses it admits.' })
  domains!: string[]
  @Field(() => Boolean, { description: 'Whether the network requires two-factor authentication.' })
  isTwoFactorRequired!: boolean
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the signed-in account has such an address; null when signed out.',
  })
  isForViewer!: boolean | null

  static from({ name, slug, locale, mandate }: NetworkDocument, domains: string[], isForViewer: boolean | null) {
    return JoinLinkPreview.of({
      networkName: name,
      networkSlug: slug,
      locale: locale ?? null,
      role: 'MEMBER',
      domains,
      isTwoFactorRequired: mandate !== null,
      isForViewer,
    })
  }
}
