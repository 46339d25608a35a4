import { limits } from '@twinlock/shared/limits'
import { useEffect, useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { IncompleteLink } from '../../steps/incomplete-link'
import { useLinkToken } from '../../steps/link-token'
import { rememberedReturnPath } from '../../steps/return-path'
import { useFieldProblems } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { Form } from '../../ui/form'
import { NoticePage } from '../../ui/notice-page'
import { PageHeading } from '../../ui/page-heading'
import { PasswordField } from '../../ui/password-field'

const PREVIEW_RESET = graphql(`
  mutation PreviewPasswordReset($token: String!) {
    passwordResetPreview(token: $token) {
      ... on PasswordResetPreview {
        email
      }
    }
  }
`)

const RESET_PASSWORD = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      ...InvalidFields
    }
  }
`)

export function ResetPasswordPage() {
  const t = useTexts('entry').reset
  const token = useLinkToken()
  const { run, isBusy, failure } = useAct(RESET_PASSWORD)
  const { problems, refuse } = useFieldProblems()
  const [outcome, setOutcome] = useState<'open' | 'done' | 'over'>('open')
  const preview = useAct(PREVIEW_RESET)
  const [email, setEmail] = useState('')
  const { run: ask } = preview
  useEffect(() => {
    if (!token) return
    void ask({ token }).then((found) => {
      if (found?.__typename === 'PasswordResetPreview') setEmail(found.email)
      if (found?.__typename === 'ResetLinkExpired') setOutcome('over')
    })
  }, [ask, token])
  const reset = async (password: string) => {
    const isShort = password.length < limits.password.minLength
    if (isBusy || refuse(isShort ? { password: t.short } : {})) return
    const answer = await run({ input: { token, password } })
    if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
    if (answer?.__typename === 'PasswordChanged') setOutcome('done')
    if (answer?.__typename === 'ResetLinkExpired') setOutcome('over')
  }
  if (!token) return <IncompleteLink button={t.again} to={`/forgot-password${rememberedReturnPath()}`} />
  switch (outcome) {
    case 'done':
      return <NoticePage title={t.doneTitle} text={t.done} button={t.signIn} to={`/sign-in${rememberedReturnPath()}`} />
    case 'over':
      return (
        <NoticePage
          title={t.overTitle}
          text={t.over}
          button={t.again}
          to={`/forgot-password${rememberedReturnPath()}`}
        />
      )
    case 'open':
      return (
        <CardPage>
          <PageHeading>{t.title}</PageHeading>
          {email ? <p className="mt-2 wrap-anywhere">{t.whose({ email })}</p> : null}
          <p className="mt-2 mb-6 text-muted">{t.line}</p>
          <Form onSubmit={({ password = '' }) => void reset(password)} problems={problems}>
            {/* So that password managers know whose password it is. */}
            <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
            <PasswordField name="password" label={t.password} hint={t.hint} autoComplete="new-password" />
            <FailureCallout failure={failure} />
            <Button type="submit" kind="primary" isWide isInert={isBusy}>
              {t.button}
            </Button>
          </Form>
        </CardPage>
      )
  }
}
