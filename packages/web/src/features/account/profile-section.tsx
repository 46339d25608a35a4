import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useFieldProblems } from '../../steps/use-field-problems'
import { useTexts } from '../../texts/use-texts'
import { Row, Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { Field } from '../../ui/field'
import { PasswordField } from '../../ui/password-field'
import { toast } from '../../ui/toast'
import { ACCOUNT } from './account-documents'
import { EmailDialog } from './email-dialog'

type Props = { name: string; email: string; isReadOnly: boolean }

export function ProfileSection({ name, email, isReadOnly }: Props) {
  const t = useTexts('account')
  return (
    <Section title={t.profile.title} id="profile">
      <Row
        title={t.profile.name}
        action={
          isReadOnly ? null : (
            <DialogButton
              aria-label={t.profile.changeName}
              dialog={(close) => <NameDialog name={name} onClose={close} />}
            >
              {t.profile.change}
            </DialogButton>
          )
        }
      >
        {name}
      </Row>
      <Row
        title={t.profile.email}
        action={
          isReadOnly ? null : (
            <DialogButton aria-label={t.email.dialogTitle} dialog={(close) => <EmailDialog onClose={close} />}>
              {t.profile.change}
            </DialogButton>
          )
        }
      >
        {email}
      </Row>
      {isReadOnly ? null : (
        <Row
          title={t.password.title}
          action={
            <DialogButton dialog={(close) => <PasswordDialog email={email} onClose={close} />}>
              {t.password.change}
            </DialogButton>
          }
        >
          {t.password.line}
        </Row>
      )}
    </Section>
  )
}

const CHANGE_NAME = graphql(`
  mutation ChangeName($input: ChangeNameInput!) {
    changeName(input: $input) {
      ... on NameChanged {
        viewer {
          id
          name
        }
      }
      ...InvalidFields
    }
  }
`)

function NameDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTexts('account').profile
  const common = useTexts('common')
  const { run, ...act } = useAct(CHANGE_NAME)
  const { problems, refuse } = useFieldProblems()
  const change = async (next: string) => {
    if (refuse(isVisible(next) ? {} : { name: t.nameMissing })) return
    const answer = await run({ input: { name: next } })
    if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
    if (answer?.__typename !== 'NameChanged') return
    toast(t.nameSaved, async () => (await run({ input: { name } }))?.__typename === 'NameChanged')
    onClose()
  }
  return (
    <FormDialog
      {...act}
      title={t.changeName}
      onClose={onClose}
      act={common.save}
      onAct={(values) => void change(values.name ?? '')}
      problems={problems}
    >
      <Field name="name" label={t.name} autoComplete="name" defaultValue={name} maxLength={limits.name.maxLength} />
    </FormDialog>
  )
}

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

function PasswordDialog({ email, onClose }: { email: string; onClose: () => void }) {
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
      problems={problems}
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
