import { limits } from '@twinlock/shared/limits'
import { useState } from 'react'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { rememberedDestination } from '../../steps/destination'
import { useFieldProblems } from '../../steps/use-field-problems'
import { useTexts } from '../../texts/use-texts'
import { Button } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { Form } from '../../ui/form'
import { PageHeading } from '../../ui/page-heading'
import { PasswordField } from '../../ui/password-field'
import { LinkEnding } from './link-ending'
import { useTokenOfAddress } from './use-token-of-address'

const RESET_PASSWORD = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      ... on PasswordChanged {
        changedAt
      }
      ... on InvalidInput {
        fields {
          field
          message
        }
      }
    }
  }
`)

export function ResetPasswordPage() {
  const t = useTexts('entry').reset
  const token = useTokenOfAddress()
  const { run, isBusy, trouble } = useAct(RESET_PASSWORD)
  const { problems, refuse } = useFieldProblems()
  const [outcome, setOutcome] = useState<'open' | 'done' | 'over'>(token ? 'open' : 'over')
  const reset = async (password: string) => {
    const isShort = password.length < limits.password.minLength
    if (isBusy || refuse(isShort ? { password: t.short } : {})) return
    const answer = (await run({ input: { token, password } }))?.resetPassword
    if (answer?.__typename === 'InvalidInput') refuse(answer.fields)
    if (answer?.__typename === 'PasswordChanged') setOutcome('done')
    if (answer?.__typename === 'ResetLinkExpired') setOutcome('over')
  }
  switch (outcome) {
    case 'done':
      return (
        <LinkEnding title={t.doneTitle} text={t.done} button={t.signIn} to={`/sign-in${rememberedDestination()}`} />
      )
    case 'over':
      return (
        <LinkEnding
          title={t.overTitle}
          text={t.over}
          button={t.again}
          to={`/forgot-password${rememberedDestination()}`}
        />
      )
    case 'open':
      return (
        <CardPage>
          <PageHeading>{t.title}</PageHeading>
          <p className="mt-2 mb-6 text-muted">{t.line}</p>
          <Form onSubmit={({ password = '' }) => void reset(password)} refusal={problems}>
            <PasswordField
              name="password"
              label={t.password}
              hint={t.hint}
              autoComplete="new-password"
              error={problems?.password}
            />
            <TroubleCallout trouble={trouble} />
            <Button type="submit" kind="primary" isWide isInert={isBusy}>
              {t.button}
            </Button>
          </Form>
        </CardPage>
      )
  }
}
