import { limits } from '@twinlock/shared/limits'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { Form } from '../../ui/form'
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
  const { run, isBusy, trouble } = useAct(RENAME_PASSKEY)
  const rename = async (label: string) => {
    if (isBusy || !(await run({ id: factor.id, label }))) return
    toast(t.renamed)
    onClose()
  }
  return (
    <Dialog title={t.rename} onClose={onClose}>
      <Form onSubmit={(values) => void rename(values.label ?? '')} refusal={null}>
        <Field
          name="label"
          label={t.passkeyName}
          autoComplete="off"
          defaultValue={factor.label}
          maxLength={limits.passkeys.labelLength}
        />
        <TroubleCallout trouble={trouble} />
        <Button type="submit" kind="primary" isWide isInert={isBusy}>
          {common.save}
        </Button>
      </Form>
    </Dialog>
  )
}
