import { emailKeyOf } from '@twinlock/shared/email-address'
import { limits } from '@twinlock/shared/limits'
import { isVisible } from '@twinlock/shared/typed-text'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useAdmission } from '../../api/admission'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { withReturnPath } from '../../steps/return-path'
import { useFieldProblems } from '../../steps/use-refusals'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button, TextLink } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { CardPage } from '../../ui/card-page'
import { Field } from '../../ui/field'
import type { FieldProblems } from '../../ui/form'
import { Form } from '../../ui/form'
import { PageHeading } from '../../ui/page-heading'
import { PasswordField } from '../../ui/password-field'

const SIGN_UP = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      ...InvalidFields
      ...TooManyTries
    }
  }
`)

type Values = { name?: string; email?: string; password?: string }

export function SignUpPage() {
  const t = useTexts('entry').signUp
  const { search } = useLocation()
  const { signUp, signUpDomains, mayCreateNetworks } = useAdmission()
  const next = new URLSearchParams(search).get('next') ?? ''
  const [hasInvitation, setHasInvitation] = useState(/^\/(invitation|join)\b/.test(next))
  const isBarred = signUp === 'INVITATION' && !hasInvitation
  const condition =
    signUp === 'INVITATION' ? t.invitation.hint : signUp === 'DOMAINS' ? t.domains({ domains: signUpDomains }) : null
  return (
    <CardPage>
      <PageHeading>{isBarred ? t.invitation.title : t.title}</PageHeading>
      <p className="mt-2 mb-6 text-muted">
        {isBarred ? t.invitation.line : (condition ?? (mayCreateNetworks ? t.line : null))}
      </p>
      {isBarred ? (
        <Button kind="primary" isWide onClick={() => setHasInvitation(true)}>
          {t.invitation.have}
        </Button>
      ) : (
        <SignUpForm refused={signUp === 'INVITATION' ? t.invitation.refused : condition} />
      )}
      <p className="mt-6">
        {t.haveAccount} <TextLink to={withReturnPath('/sign-in', search)}>{t.signIn}</TextLink>
      </p>
    </CardPage>
  )
}

/** @param refused why the server takes an address that is well formed no further */
function SignUpForm({ refused }: { refused: string | null }) {
  const t = useTexts('entry').signUp
  const common = useTexts('common')
  const moments = useMoments()
  const navigate = useNavigate()
  const { search } = useLocation()
  const { run, isBusy, failure } = useAct(SIGN_UP)
  const { problems, refuse } = useFieldProblems()
  const [retryAt, setRetryAt] = useState<string | null>(null)

  const signUp = async ({ name = '', email = '', password = '' }: Values) => {
    const found: FieldProblems = {
      ...(isVisible(name) ? {} : { name: t.nameMissing }),
      ...(emailKeyOf(email) ? {} : { email: t.emailMissing }),
      ...(password.length < limits.password.minLength ? { password: t.passwordShort } : {}),
    }
    if (isBusy || refuse(found)) return
    const answer = await run({ input: { name, email, password } })
    if (answer?.__typename === 'EmailConfirmationSent') navigate(withReturnPath('/confirm-email', search))
    if (answer?.__typename === 'InvalidInput')
      refuse(refused && answer.fields.some(({ field }) => field.endsWith('email')) ? { email: refused } : answer.fields)
    setRetryAt(answer?.__typename === 'TooManyAttempts' ? answer.retryAt : null)
  }
  return (
    <Form onSubmit={(values) => void signUp(values)} problems={problems}>
      <Field name="name" label={t.name} autoComplete="name" />
      <Field name="email" type="email" label={t.email} autoComplete="username" />
      <PasswordField name="password" label={t.password} hint={t.passwordHint} autoComplete="new-password" />
      <Callout tone="time" isUrgent>
        {retryAt ? common.trouble.busyUntil({ moment: moments.soon(retryAt) }) : null}
      </Callout>
      <FailureCallout failure={failure} />
      <Button type="submit" kind="primary" isWide isInert={isBusy}>
        {t.button}
      </Button>
    </Form>
  )
}
