import { limits } from '@twinlock/shared/limits'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useFieldProblems } from '../../steps/use-field-problems'
import { useTexts } from '../../texts/use-texts'
import { PasswordField } from '../../ui/password-field'
import { toast } from '../../ui/toast'
import { ACCOUNT } from './account-documents'

const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ... on PasswordChanged {
        changedAt
      }
      ...InvalidFields
    }
  }
`)

export function PasswordDialog({ email, onClose }: { email: string; onClose: () => void }) {
  const t = useTexts('account').password
  const { run, ...act } = useAct(CHANGE_PASSWORD, { refetch: [ACCOUNT] })
  const { problems, refuse } = useFieldProblems()
  const change = async (newPassword: string) => {
    if (refuse(newPassword.length < limits.password.minLength ? { newPassword: t.short } : {})) return
    const answer = await run({ input: { newPassword } })
    if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
    if (answer?.__typename !== 'PasswordChanged') return
    toast(t.saved)
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={t.dialogTitle}
      onClose={onClose}
      act={t.change}
      onAct={({ newPassword = '' }) => void change(newPassword)}
      refusal={problems}
      takesFocus
    >
      <p>{t.consequence}</p>
      {/* So that password managers know whose password it is. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        name="newPassword"
        label={t.label}
        hint={t.hint}
        autoComplete="new-password"
        error={problems?.newPassword ?? problems?.password}
      />
    </FormDialog>
  )
}
