import { useState } from 'react'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { Row, Section } from '../../ui/column-page'
import { EmailDialog } from './email-dialog'
import { NameDialog } from './name-dialog'
import { PasswordDialog } from './password-dialog'

type Props = { name: string; email: string; isReadOnly: boolean }

export function ProfileSection({ name, email, isReadOnly }: Props) {
  const t = useTexts('account')
  const [open, setOpen] = useState<'name' | 'email' | 'password' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title={t.profile.title} id="profile">
      <Row
        title={t.profile.name}
        action={
          isReadOnly ? null : (
            <Button onClick={() => setOpen('name')} aria-label={t.profile.changeName}>
              {t.profile.change}
            </Button>
          )
        }
      >
        {name}
      </Row>
      <Row
        title={t.profile.email}
        action={
          isReadOnly ? null : (
            <Button onClick={() => setOpen('email')} aria-label={t.email.dialogTitle}>
              {t.profile.change}
            </Button>
          )
        }
      >
        {email}
      </Row>
      {isReadOnly ? null : (
        <Row title={t.password.title} action={<Button onClick={() => setOpen('password')}>{t.password.change}</Button>}>
          {t.password.line}
        </Row>
      )}
      {open === 'name' ? <NameDialog name={name} onClose={close} /> : null}
      {open === 'email' ? <EmailDialog onClose={close} /> : null}
      {open === 'password' ? <PasswordDialog email={email} onClose={close} /> : null}
    </Section>
  )
}
