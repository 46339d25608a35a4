import { limits } from '@twinlock/shared/limits'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useTexts } from '../../texts/use-texts'
import { Field } from '../../ui/field'
import { toast } from '../../ui/toast'
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
  const { run, ...act } = useAct(RENAME_PASSKEY)
  const rename = async (label: string) => {
    if (!(await run({ id: factor.id, label }))) return
    toast(t.renamed, async () => Boolean(await run({ id: factor.id, label: factor.label })))
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={t.rename}
      onClose={onClose}
      act={common.save}
      onAct={(values) => void rename(values.label ?? '')}
    >
      <Field
        name="label"
        label={t.passkeyName}
        autoComplete="off"
        defaultValue={factor.label}
        maxLength={limits.passkeys.labelLength}
      />
    </FormDialog>
  )
}
