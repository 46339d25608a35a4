import { useTexts } from '../../texts/use-texts'
import { Row, Section } from '../../ui/column-page'
import { DialogButton } from '../../ui/dialog-button'
import { EmailDialog } from './email-dialog'
import { NameDialog } from './name-dialog'
import { PasswordDialog } from './password-dialog'

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
