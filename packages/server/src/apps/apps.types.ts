import {
  type AppAccess,
  type AppRequirement,
  appAccesses,
  appRequirements,
  type Role,
} from '@twinlock/shared/vocabulary'
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import type { OpenNetwork } from '../access/access.service.js'
import { rolesFor } from '../domain/app-access.js'
import { resolveRule } from '../domain/path-rules.js'
import { DateTimeScalar, GraphqlObject } from '../platform/graphql/common.types.js'
import { enumOf, RoleEnum } from '../platform/graphql/enums.js'
import { InvalidInput, UserError } from '../platform/graphql/user-error.types.js'
import type { AppDocument, PathRule as StoredPathRule } from './app.model.js'

export const AppAccessEnum = enumOf(appAccesses)
export const AppRequirementEnum = enumOf(appRequirements)
registerEnumType(AppAccessEnum, {
  name: 'AppAccess',
  description: 'Who of a network may open an app.',
  valuesConfig: {
    EVERYONE: { description: 'Every member, guests too.' },
    NO_GUESTS: { description: 'Every member except guests.' },
    ADMINS: { description: 'OWNER and ADMIN.' },
  },
})
registerEnumType(AppRequirementEnum, {
  name: 'AppRequirement',
  description: 'What an app asks of a sign-in beside what its network asks.',
  valuesConfig: {
    SIGNED_IN: { description: 'Nothing more: any member with access to the network.' },
    SECOND_STEP: { description: 'A second step in this session; a trusted browser does not stand in for it.' },
    PHISHING_RESISTANT: { description: 'A passkey in this session.' },
  },
})

@ObjectType({ description: 'What the gate asks on the paths that begin with a prefix; the longest prefix decides.' })
export class PathRule extends GraphqlObject {
  @Field(() => String, { description: 'How the path begins, as `/admin`; it covers `/admin` and `/admin/…`.' })
  prefix!: string
  @Field(() => AppAccessEnum, { description: 'Who may, in full.' })
  access!: AppAccess
  @Field(() => [RoleEnum], { description: 'The roles that may.' })
  roles!: Role[]
  @Field(() => AppRequirementEnum, { description: 'What the sign-in must have proved.' })
  requires!: AppRequirement
  @Field(() => Boolean, { description: 'Whether the path is public.' })
  isPublic!: boolean
  @Field(() => Int, { nullable: true, description: 'A second step within the last minutes; null: whenever it was.' })
  withinMinutes!: number | null

  static from(stored: StoredPathRule, app: AppDocument): PathRule {
    const { prefix, isPublic } = stored
    const { access, roles, requires } = app
    const rule = resolveRule(stored, { access, roles, requires, withinMinutes: null })
    return PathRule.of({ ...rule, prefix, isPublic, roles: rolesFor(rule) })
  }
}

@ObjectType({ description: 'An app of a network: a client of the OpenID provider, hosts behind the gate, or both.' })
export class App {
  constructor(
    readonly app: AppDocument,
    /** The network as opened to a caller who may change the app; null where the app is listed for a member. */
    readonly open: OpenNetwork | null = null,
  ) {}

  @Field(() => ID, { description: "The app's id." })
  get id(): string {
    return this.app._id
  }

  @Field(() => ID, { description: 'The network it belongs to.' })
  get networkId(): string {
    return this.app.networkId
  }

  @Field(() => String, { description: 'Its name, as people see it.' })
  get name(): string {
    return this.app.name
  }

  @Field(() => String, { nullable: true, description: 'A picture as a `data:` address.' })
  get logo(): string | null {
    return this.app.logo
  }

  @Field(() => String, {
    nullable: true,
    description: 'Where it is opened: its home address, or else the first of its hosts or redirect addresses.',
  })
  get url(): string | null {
    const { homeUrl, hosts, redirectUris } = this.app
    if (homeUrl) return homeUrl
    if (hosts?.[0]) return `https://${hosts[0]}/`
    return redirectUris[0] ? `${new URL(redirectUris[0]).origin}/` : null
  }

  @Field(() => [RoleEnum], { description: 'The roles that may open it.' })
  get roles(): Role[] {
    return rolesFor(this.app)
  }

  @Field(() => [PathRule], { description: 'What the gate asks on some of its paths.' })
  get pathRules(): PathRule[] {
    return this.app.pathRules.map((rule) => PathRule.from(rule, this.app))
  }

  @Field(() => String, { nullable: true, description: 'The public keys of an app that signs its own assertions.' })
  get jwks(): string | null {
    return this.app.jwks
  }

  @Field(() => String, {
    description: 'How it proves itself: client_secret_basic, client_secret_post, private_key_jwt or none.',
  })
  get tokenEndpointAuthMethod(): string {
    return this.app.authMethod
  }

  @Field(() => String, { description: 'The algorithm that signs its ID tokens: RS256 or ES256.' })
  get idTokenSignedResponseAlg(): string {
    return this.app.idTokenAlg ?? 'RS256'
  }

  @Field(() => String, { description: 'The `client_id` of OpenID Connect.' })
  get clientId(): string {
    return this.app._id
  }

  @Field(() => [String], { description: 'Where people may be sent back to after signing in; compared to the letter.' })
  get redirectUris(): string[] {
    return this.app.redirectUris
  }

  @Field(() => [String], { description: 'Where people may be sent back to after signing out.' })
  get postLogoutRedirectUris(): string[] {
    return this.app.postLogoutRedirectUris
  }

  @Field(() => String, {
    nullable: true,
    description: 'The address that is notified when a user is signed out (OpenID Connect Back-Channel Logout).',
  })
  get backChannelLogoutUri(): string | null {
    return this.app.backChannelLogoutUri
  }

  @Field(() => [String], { description: 'The host names that the gate guards.' })
  get hosts(): string[] {
    return this.app.hosts ?? []
  }

  @Field(() => AppAccessEnum, { description: 'Who may open it.' })
  get access(): AppAccess {
    return this.app.access
  }

  @Field(() => AppRequirementEnum, { description: 'What it asks of a sign-in beside what the network asks.' })
  get requires(): AppRequirement {
    return this.app.requires
  }

  @Field(() => DateTimeScalar, { description: 'When it was added.' })
  get createdAt(): Date {
    return this.app.createdAt
  }

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last used, to the minute.' })
  get lastUsedAt(): Date | null {
    return this.app.lastUsedAt
  }

  @Field(() => Int, { description: 'How many secrets work now: two after a rotation, none for a public app.' })
  get liveSecrets(): number {
    return this.app.secrets.length
  }
}

@InputType({ description: 'What the gate asks on the paths that begin with a prefix.' })
export class PathRuleInput {
  @Field(() => String, { description: 'How the path begins.' })
  prefix!: string
  @Field(() => AppAccessEnum, {
    nullable: true,
    description: 'Who may. Without `access` and `roles`: as the app says; EVERYONE if `roles` alone is given.',
  })
  access?: AppAccess
  @Field(() => [RoleEnum], { nullable: true, description: 'Of those, only these roles; at least one.' })
  roles?: Role[]
  @Field(() => AppRequirementEnum, { nullable: true, description: 'What it asks; as the app unless given.' })
  requires?: AppRequirement
  @Field(() => Boolean, { nullable: true, description: 'Whether the path is public.' })
  isPublic?: boolean
  @Field(() => Int, { nullable: true, description: 'A second step within the last minutes, 1..1440.' })
  withinMinutes?: number | null
}

@InputType({ description: 'What an app may be given when it is added, and later.' })
abstract class AppInput {
  @Field(() => String, { nullable: true, description: 'A PNG, JPEG or WebP picture as a `data:` address; 30 kB.' })
  logo?: string | null
  @Field(() => String, { nullable: true, description: 'Where it is opened.' })
  homeUrl?: string | null
  @Field(() => [String], { nullable: true, description: 'https, or http on localhost while trying out; at most 20.' })
  redirectUris?: string[]
  @Field(() => [String], { nullable: true, description: 'Where people may be sent back to after signing out.' })
  postLogoutRedirectUris?: string[]
  @Field(() => String, {
    nullable: true,
    description: 'The URL that is notified of sign-outs (back-channel logout). It must be public.',
  })
  backChannelLogoutUri?: string | null
  @Field(() => [String], {
    nullable: true,
    description: 'Host names for the gate: under a domain that the network has proved, and of no other app.',
  })
  hosts?: string[]
  @Field(() => [PathRuleInput], { nullable: true, description: 'What the gate asks on some paths; at most 50.' })
  pathRules?: PathRuleInput[]
  @Field(() => AppAccessEnum, { nullable: true, description: 'Who may open it; EVERYONE unless given.' })
  access?: AppAccess
  @Field(() => [RoleEnum], { nullable: true, description: 'Of those, only these roles; at least one.' })
  roles?: Role[]
  @Field(() => AppRequirementEnum, { nullable: true, description: 'What it asks; SIGNED_IN unless given.' })
  requires?: AppRequirement
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the app is a public client: it has no secret and uses PKCE only.',
  })
  isPublic?: boolean
  @Field(() => String, {
    nullable: true,
    description: 'client_secret_basic (unless given), client_secret_post, private_key_jwt or none.',
  })
  tokenEndpointAuthMethod?: string
  @Field(() => String, { nullable: true, description: 'Public keys (RFC 7517) for private_key_jwt.' })
  jwks?: string | null
  @Field(() => String, { nullable: true, description: 'RS256 (unless given) or ES256.' })
  idTokenSignedResponseAlg?: string
}

@InputType({ description: 'A new app.' })
export class CreateAppInput extends AppInput {
  @Field(() => ID, { description: 'The network it belongs to.' })
  networkId!: string
  @Field(() => String, { description: 'Its name, as people see it.' })
  name!: string
}

@InputType({ description: 'What an app is to be from now on; a field that is absent stays as it is.' })
export class UpdateAppInput extends AppInput {
  @Field(() => ID, { description: 'The app.' })
  id!: string
  @Field(() => String, { nullable: true, description: 'Its name.' })
  name?: string
}

@ObjectType({ description: 'The app was added, or has a new secret.' })
export class AppCreated extends GraphqlObject {
  @Field(() => App, { description: 'The app.' })
  app!: App
  @Field(() => String, {
    nullable: true,
    description: 'Its secret. This is the only time it is shown. Null for an app without one.',
  })
  clientSecret!: string | null
}

@ObjectType({ description: 'The app was changed.' })
export class AppUpdated extends GraphqlObject {
  @Field(() => App, { description: 'The app, as it is now.' })
  app!: App
}

@ObjectType({ implements: UserError, description: 'The network has as many apps as it may: delete one first.' })
export class TooManyApps extends UserError {}

export const CreateAppResult = createUnionType({
  name: 'CreateAppResult',
  description: 'What became of the new app.',
  types: () => [AppCreated, InvalidInput, TooManyApps] as const,
})
export const UpdateAppResult = createUnionType({
  name: 'UpdateAppResult',
  description: 'What became of the change.',
  types: () => [AppUpdated, InvalidInput] as const,
})
export const RotateAppSecretResult = createUnionType({
  name: 'RotateAppSecretResult',
  description: 'What became of the new secret.',
  types: () => [AppCreated, InvalidInput] as const,
})
