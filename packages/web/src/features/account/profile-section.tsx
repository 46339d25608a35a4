import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { Row, Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { Field } from '../../ui/field'
import { PasswordField } from '../../ui/password-field'
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
  const { change, refuse, ...dialog } = useChange(CHANGE_NAME, { onClose, done: 'NameChanged', fields: ['name'] })
  const save = (next: string) => {
    if (refuse(isVisible(next) ? {} : { name: t.nameMissing })) return
    void change({ input: { name: next } }, t.nameSaved, { input: { name } })
  }
  return (
    <FormDialog
      {...dialog}
      title={t.changeName}
      submitLabel={common.save}
      onSubmit={({ name: next = '' }) => save(next)}
    >
      <Field name="name" label={t.name} autoComplete="name" defaultValue={name} maxLength={limits.name.maxLength} />
    </FormDialog>
  )
}

const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ...InvalidFields
    }
  }
`)

function PasswordDialog({ email, onClose }: { email: string; onClose: () => void }) {
  const t = useTexts('account').password
  const { change, refuse, ...dialog } = useChange(CHANGE_PASSWORD, {
    onClose,
    done: 'PasswordChanged',
    fields: ['newPassword', 'password'],
    refetch: [ACCOUNT],
  })
  const save = (newPassword: string) => {
    if (refuse(newPassword.length < limits.password.minLength ? { newPassword: t.short } : {})) return
    void change({ input: { newPassword } }, t.saved)
  }
  const { problems } = dialog
  return (
    <FormDialog
      {...dialog}
      title={t.dialogTitle}
      submitLabel={t.change}
      onSubmit={({ newPassword = '' }) => save(newPassword)}
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
