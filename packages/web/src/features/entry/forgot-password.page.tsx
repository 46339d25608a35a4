import { emailKeyOf } from '@twinlock/shared/email-address'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { rememberReturnPath, withReturnPath } from '../../steps/return-path'
import { useFieldProblems } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button, TextLink } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { CardPage } from '../../ui/card-page'
import { Field } from '../../ui/field'
import { Form } from '../../ui/form'
import { PageHeading } from '../../ui/page-heading'

const REQUEST_PASSWORD_RESET = graphql(`
  mutation RequestPasswordReset($email: String!) {
    requestPasswordReset(email: $email) {
      ... on PasswordResetSent {
        email
      }
      ...InvalidFields
      ...TooManyTries
    }
  }
`)

export function ForgotPasswordPage() {
  const t = useTexts('entry')
  const common = useTexts('common')
  const moments = useMoments()
  const { search } = useLocation()
  const { run, isBusy, failure } = useAct(REQUEST_PASSWORD_RESET)
  const { problems, refuse } = useFieldProblems()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [retryAt, setRetryAt] = useState<string | null>(null)
  const request = async (email: string) => {
    if (isBusy || refuse(emailKeyOf(email) ? {} : { email: t.signUp.emailMissing })) return
    const answer = await run({ email })
    if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
    if (answer?.__typename === 'PasswordResetSent') {
      rememberReturnPath(search)
      setSentTo(answer.email)
    }
    setRetryAt(answer?.__typename === 'TooManyAttempts' ? answer.retryAt : null)
  }
  const back = (
    <TextLink to={withReturnPath('/sign-in', search)} className="mt-6">
      {t.forgot.back}
    </TextLink>
  )
  if (sentTo) {
    return (
      <CardPage key="sent">
        <PageHeading>{t.forgot.sentTitle}</PageHeading>
        <p className="mt-2">{t.forgot.sent({ email: sentTo })}</p>
        {back}
      </CardPage>
    )
  }
  return (
    <CardPage key="ask">
      <PageHeading>{t.forgot.title}</PageHeading>
      <p className="mt-2 mb-6 text-muted">{t.forgot.line}</p>
      <Form onSubmit={({ email = '' }) => void request(email)} problems={problems}>
        <Field name="email" type="email" label={t.forgot.email} autoComplete="username" />
        <Callout tone="time" isUrgent>
          {retryAt ? common.trouble.busyUntil({ moment: moments.soon(retryAt) }) : null}
        </Callout>
        <FailureCallout failure={failure} />
        <Button type="submit" kind="primary" isWide isInert={isBusy}>
          {t.forgot.button}
        </Button>
      </Form>
      {back}
    </CardPage>
  )
}
