import { useState } from 'react'
import { useLocation } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { withQuery, withReturnPath } from '../../steps/return-path'
import { type Refusal, type SignInEnd, useFollowStep } from '../../steps/use-follow-step'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button, TextLink } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { CardPage } from '../../ui/card-page'
import { Field } from '../../ui/field'
import { Form } from '../../ui/form'
import { PageHeading } from '../../ui/page-heading'
import { PasswordField } from '../../ui/password-field'
import { PasskeySignIn } from './passkey-sign-in'

const SIGN_IN = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ...SignInStepFields
    }
  }
`)

export function SignInPage() {
  const t = useTexts('signIn')
  const { search, state } = useLocation()
  const { run, isBusy, failure } = useAct(SIGN_IN)
  const follow = useFollowStep()
  const [refusal, setRefusal] = useState<Refusal>()
  const end = state as SignInEnd | null

  const signIn = async ({ email = '', password = '' }: { email?: string; password?: string }) => {
    if (isBusy) return
    const step = await run({ input: { email, password } })
    setRefusal(step ? await follow(step) : undefined)
  }
  const isWrong = refusal?.__typename === 'InvalidCredentials'
  return (
    <CardPage>
      <PageHeading className="mb-6 text-title">{t.title}</PageHeading>
      {(end?.hasExpired || end?.wasReplaced) && !refusal ? (
        <div className="mb-5">
          <Callout tone="time" isUrgent>
            {end.wasReplaced ? t.replaced : t.expired}
          </Callout>
        </div>
      ) : null}
      <Form onSubmit={(values) => void signIn(values)} refusal={refusal}>
        <Field name="email" type="email" label={t.email} autoComplete="username webauthn" />
        <PasswordField
          name="password"
          label={t.password}
          autoComplete="current-password"
          error={isWrong ? t.wrong : undefined}
        />
        <RefusalCallout refusal={refusal} />
        <FailureCallout failure={failure} />
        <Button type="submit" kind="primary" isWide isInert={isBusy}>
          {t.button}
        </Button>
      </Form>
      <PasskeySignIn />
      <p className="mt-4">
        <TextLink to={withReturnPath('/sign-in/sso', search)}>{t.company}</TextLink>
      </p>
      <p>
        <TextLink to={withReturnPath('/forgot-password', search)}>{t.forgot}</TextLink>
      </p>
      <p>
        {t.newHere} <TextLink to={withReturnPath('/sign-up', search)}>{t.signUp}</TextLink>
      </p>
    </CardPage>
  )
}

/** The password step's refusals other than a wrong password, which is shown at its field. */
function RefusalCallout({ refusal }: { refusal: Refusal | undefined }) {
  const t = useTexts('signIn')
  const moments = useMoments()
  const { search } = useLocation()
  switch (refusal?.__typename) {
    case 'TooManyAttempts':
      return (
        <Callout tone="time" isUrgent>
          {t.tooMany({ moment: moments.soon(refusal.retryAt) })}
        </Callout>
      )
    case 'SsoRequired':
      return (
        <Callout isUrgent>
          <p>{t.sso({ network: refusal.network.name })}</p>
          <a
            href={withQuery(refusal.startUrl, { next: new URLSearchParams(search).get('next') })}
            className="link inline-flex min-h-11 items-center font-semibold"
          >
            {t.ssoButton}
          </a>
        </Callout>
      )
    default:
      return null
  }
}
