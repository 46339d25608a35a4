import { inject } from '@needle-di/core'
import { Arg, Ctx, createUnionType, Field, Mutation, ObjectType, Resolver } from 'type-graphql'
import { GraphqlObject } from '../../platform/graphql/common.types.js'
import { ResetLinkExpired } from '../../profile/password/password.types.js'
import type { RequestContext } from '../../sessions/request-context.js'
import { ExportService } from './export.service.js'

@ObjectType({ description: 'Everything that is stored about the viewer, without secrets.' })
export class DataExport extends GraphqlObject {
  @Field(() => String, { description: 'A JSON document, as text.' })
  json!: string
}

export const ExportDataResult = createUnionType({
  name: 'ExportDataResult',
  description: 'What became of the link to the data.',
  types: () => [DataExport, ResetLinkExpired] as const,
})

@Resolver()
export class ExportResolver {
  constructor(private readonly exports = inject(ExportService)) {}

  @Mutation(() => Boolean, {
    description: 'Mails the viewer a link (24 hours) to everything that is stored about them. Needs fresh evidence.',
  })
  async requestDataExport(@Ctx() context: RequestContext): Promise<boolean> {
    await this.exports.request(await context.requireFreshSession(), context.origin)
    return true
  }

  @Mutation(() => ExportDataResult, {
    description:
      'Everything that is stored about the viewer, by the mailed link and in their own session. Needs fresh evidence.',
  })
  async exportData(
    @Arg('token', () => String, { description: "The token from the link: the part after '#token='." }) token: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ExportDataResult> {
    const json = await this.exports.export(await context.requireFreshSession(), token)
    return json === null
      ? ResetLinkExpired.of({ message: 'This link has expired or belongs to another account. Request a new one.' })
      : DataExport.of({ json })
  }
}
