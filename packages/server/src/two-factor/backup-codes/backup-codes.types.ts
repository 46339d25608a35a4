import { groupBackupCode } from '@twinlock/shared/code-input'
import { createUnionType, Field, ObjectType } from 'type-graphql'
import { DateTimeScalar, GraphqlObject } from '../../platform/graphql/common.types.js'
import { UserError } from '../../platform/graphql/user-error.types.js'
import type { Sheet } from './backup-codes.service.js'

@ObjectType({ description: 'One backup code.' })
export class BackupCode extends GraphqlObject {
  @Field(() => String, { description: 'In dashed groups; typed in any case, with or without the dashes.' })
  code!: string
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was used; null while it works.' })
  usedAt!: Date | null
}

@ObjectType({ description: 'The sheet of backup codes. Any one of them signs in, once.' })
export class BackupCodeSheet extends GraphqlObject {
  @Field(() => [BackupCode], { description: 'All of them, used ones too.' })
  codes!: BackupCode[]
  @Field(() => DateTimeScalar, { description: 'When the sheet was made.' })
  generatedAt!: Date

  static from({ codes, generatedAt }: Sheet): BackupCodeSheet {
    const shown = codes.map(({ code, usedAt }) => BackupCode.of({ code: groupBackupCode(code), usedAt }))
    return BackupCodeSheet.of({ codes: shown, generatedAt })
  }
}

@ObjectType({ implements: UserError, description: 'There is no second step on this account yet.' })
export class TwoFactorIsOff extends UserError {}

export const BackupCodesResult = createUnionType({
  name: 'BackupCodesResult',
  description: 'The sheet, or why there is none.',
  types: () => [BackupCodeSheet, TwoFactorIsOff] as const,
})
