import { createUnionType, Field, ObjectType } from 'type-graphql'
import { GraphqlObject } from '../../platform/graphql/graphql-object.js'
import { InvalidInput } from '../../platform/graphql/user-error.types.js'
import { NetworkSecurity } from '../network-security.types.js'

@ObjectType({ description: 'The setting is changed.' })
export class SecuritySettingChanged extends GraphqlObject {
  @Field(() => NetworkSecurity, { description: "The network's security as it is now." })
  security!: NetworkSecurity
}

export const SecuritySettingResult = createUnionType({
  name: 'SecuritySettingResult',
  description: "What became of changing a setting of the network's security.",
  types: () => [SecuritySettingChanged, InvalidInput] as const,
})
