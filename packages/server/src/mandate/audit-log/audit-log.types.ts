import { Field, ID, ObjectType, registerEnumType } from 'type-graphql'
import { DateTimeScalar, GraphqlObject, PageInfo } from '../../platform/graphql/common.types.js'
import type { AuditFacts } from './audit-entry.js'

/** What one question to the log may name. */
export const MOST_TYPES = 50
export const LONGEST_SEARCH = 200

const AuditActorKindEnum = { PERSON: 'PERSON', API_KEY: 'API_KEY', SYSTEM: 'SYSTEM' } as const
registerEnumType(AuditActorKindEnum, { name: 'AuditActorKind', description: 'Who can act in a network.' })

@ObjectType({ description: 'One fact of an entry, in its own name.' })
export class AuditDetail extends GraphqlObject {
  @Field(() => String, { description: 'What.' })
  name!: string
  @Field(() => String, { description: 'Its value; times in RFC 3339, UTC.' })
  value!: string
}

@ObjectType({ description: 'Something that happened in a network.' })
export class AuditEntry extends GraphqlObject {
  @Field(() => ID, { description: "The event's id." })
  id!: string
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date
  @Field(() => String, { description: 'What kind of event, such as mandate.activated.' })
  type!: string
  @Field(() => AuditActorKindEnum, { description: 'The actor: a user, an API key, or the system.' })
  actorKind!: AuditFacts['actorKind']
  @Field(() => String, { description: 'The name, as it was then.' })
  actor!: string
  @Field(() => String, { nullable: true, description: 'The email address of the account concerned.' })
  whom!: string | null
  @Field(() => String, {
    nullable: true,
    description: 'The IP address that the request came from; null for the system.',
  })
  address!: string | null
  @Field(() => String, { nullable: true, description: 'From which kind of device; null for the system.' })
  device!: string | null
  @Field(() => String, {
    description:
      'What happened, in a sentence: in the language of the signed-in user, or else the one that `Accept-Language` names. Without either, people read it in the language of the network, and API keys in English.',
  })
  words!: string
  @Field(() => [AuditDetail], { description: 'The facts of `words` as named values, for programs.' })
  details!: AuditDetail[]

  static from({ details, ...facts }: AuditFacts): AuditEntry {
    return AuditEntry.of({ ...facts, details: details.map((detail) => AuditDetail.of(detail)) })
  }
}

@ObjectType({ description: 'An entry at its place in the log.' })
export class AuditEdge extends GraphqlObject {
  @Field(() => String, { description: 'The place: give it as `after` to read on from there.' })
  cursor!: string
  @Field(() => AuditEntry, { description: 'The entry.' })
  node!: AuditEntry
}

@ObjectType({ description: 'A page of the log.' })
export class AuditLog extends GraphqlObject {
  @Field(() => [AuditEdge], { description: 'The entries.' })
  edges!: AuditEdge[]
  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo
}
