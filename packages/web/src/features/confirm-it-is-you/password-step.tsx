import type { ReauthenticationNeed } from '@twinlock/shared/vocabulary'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { withQuery } from '../../steps/return-path'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button, TextLink } from '../../ui/button'
import { Form } from '../../ui/form'
import { PasswordField } from '../../ui/password-field'
import { useReauthenticate } from './use-reauthenticate'

type Props = {
  email: string
  onProceed: (stillOpen: readonly ReauthenticationNeed[]) => void
  /** The person goes to another page instead. */
  onLeave: () => void
}

export function PasswordStep({ email, onProceed, onLeave }: Props) {
  const t = useTexts('common')
  const moments = useMoments()
  const { pathname, search } = useLocation()
  const { reauthenticate, isBusy, failure } = useReauthenticate()
  const [problem, setProblem] = useState<{ text: string } | null>(null)
  const submit = async (password: string) => {
    const outcome = await reauthenticate({ password })
    if (outcome.kind === 'accepted') return onProceed(outcome.stillOpen)
    if (outcome.kind === 'failure') return
    const { refusal } = outcome
    const isTooMany = refusal.__typename === 'TooManyAttempts'
    setProblem({
      text: isTooMany ? t.code.tooMany({ moment: moments.soon(refusal.retryAt) }) : t.confirm.wrongPassword,
    })
  }
  return (
    <Form onSubmit={(values) => void submit(values.password ?? '')} refusal={problem} takesFocus>
      <p>{t.confirm.password}</p>
      {/* Password managers fill by the pair. */}
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        name="password"
        label={t.confirm.passwordLabel}
        autoComplete="current-password"
        error={problem?.text}
      />
      <FailureCallout failure={failure} />
      <Button type="submit" kind="primary" isWide isInert={isBusy}>
        {t.continue}
      </Button>
      <TextLink to={withQuery('/forgot-password', { next: pathname + search })} onClick={onLeave}>
        {t.confirm.forgot}
      </TextLink>
    </Form>
  )
}
