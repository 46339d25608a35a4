import { limits } from '@twinlock/shared/limits'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { Field } from '../../ui/field'
import type { TwoFactor } from './account-documents'

const RENAME_PASSKEY = graphql(`
  mutation RenamePasskey($id: ID!, $label: String!) {
    renamePasskey(id: $id, label: $label) {
      id
      twoFactor {
        ...TwoFactorFields
      }
    }
  }
`)

type Props = { factor: TwoFactor['factors'][number]; onClose: () => void }

export function RenamePasskeyDialog({ factor, onClose }: Props) {
  const t = useTexts('account').twoFactor
  const common = useTexts('common')
  const { change, ...dialog } = useChange(RENAME_PASSKEY, { onClose })
  const { id, label: before } = factor
  return (
    <FormDialog
      {...dialog}
      title={t.rename}
      submitLabel={common.save}
      onSubmit={({ label = '' }) => change({ id, label }, t.renamed, { id, label: before })}
    >
      <Field name="label" label={t.passkeyName} defaultValue={before} maxLength={limits.passkeys.labelLength} />
    </FormDialog>
  )
}
