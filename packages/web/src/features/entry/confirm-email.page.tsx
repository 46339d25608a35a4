import { useQuery } from '@apollo/client/react'
import { useLocation } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { Loading } from '../../api/loading'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { SignUpProgressQuery } from '../../generated/graphql'
import { withReturnPath } from '../../steps/return-path'
import { type DeliveryWatch, SendAgain, useSentCode } from '../../steps/sent-code'
import { useCodeProblem } from '../../steps/use-code-problem'
import { useFollowStep } from '../../steps/use-follow-step'
import { useTexts } from '../../texts/use-texts'
import { TextLink } from '../../ui/button'
import { CardPage } from '../../ui/card-page'
import { CodeForm } from '../../ui/code-form'
import { NoticePage } from '../../ui/notice-page'
import { PageHeading } from '../../ui/page-heading'

const SIGN_UP_PROGRESS = graphql(`
  query SignUpProgress {
    signUpProgress {
      email
      expiresAt
      resendAvailableAt
      codeDelivery
    }
  }
`)

const CONFIRM_EMAIL = graphql(`
  mutation ConfirmEmail($input: ConfirmEmailInput!) {
    confirmEmail(input: $input) {
      ... on SignedIn {
        viewer {
          id
          twoFactor {
            id
            backupCodesLeft
          }
        }
      }
      ...WrongCode
      ...TooManyTries
    }
  }
`)

const RESEND_CONFIRMATION_CODE = graphql(`
  mutation ResendConfirmationCode {
    resendConfirmationCode {
      ...SendCodeFields
    }
  }
`)

export function ConfirmEmailPage() {
  const t = useTexts('entry').confirmEmail
  const { search } = useLocation()
  // Asked of the server each time: the sign-up before may have been of another address.
  const { data, error, refetch, startPolling, stopPolling } = useQuery(SIGN_UP_PROGRESS, {
    fetchPolicy: 'network-only',
  })
  if (!data) {
    return (
      <CardPage>
        <Loading error={error} onRetry={refetch} />
      </CardPage>
    )
  }
  if (!data.signUpProgress) {
    const to = withReturnPath('/sign-up', search)
    return <NoticePage title={t.overTitle} text={t.over} button={t.startAgain} to={to} />
  }
  return <TypeCode progress={data.signUpProgress} watch={{ startPolling, stopPolling }} onSent={refetch} />
}

type Props = {
  progress: NonNullable<SignUpProgressQuery['signUpProgress']>
  watch: DeliveryWatch
  /** Asks again where the sign-up stands: another mail is on its way, or it is over. */
  onSent: () => Promise<unknown>
}

function TypeCode({ progress: { email, codeDelivery, resendAvailableAt }, watch, onSent }: Props) {
  const t = useTexts('entry').confirmEmail
  const common = useTexts('common')
  const { search } = useLocation()
  const confirming = useAct(CONFIRM_EMAIL)
  const sent = useSentCode(
    RESEND_CONFIRMATION_CODE,
    {},
    {
      sentTo: email,
      retryAt: resendAvailableAt,
      onAnswer: ({ __typename }) => (__typename === 'CodeSent' || __typename === 'SignInExpired') && onSent(),
    },
  )
  const problemOf = useCodeProblem()
  const follow = useFollowStep()
  const confirm = async (code: string) => {
    const answer = await confirming.run({ input: { email, code } })
    if (answer?.__typename !== 'SignedIn') return problemOf(answer)
    await follow(answer)
    return undefined
  }
  return (
    <CardPage>
      <PageHeading>{t.title}</PageHeading>
      <p className="mt-2 mb-6 text-muted">{common.email.sentTo({ address: email })}</p>
      <CodeForm label={common.email.codeLabel} hint={common.email.notThere} submitLabel={t.button} onCode={confirm} />
      <div className="mt-4 space-y-3">
        <FailureCallout failure={confirming.failure} />
        <SendAgain
          sent={sent}
          delivery={{ state: codeDelivery, watch, late: common.email.late, failed: common.email.failed }}
        />
        <p className="text-meta text-muted">
          {t.wrongAddress} <TextLink to={withReturnPath('/sign-up', search)}>{t.startAgain}</TextLink>
        </p>
      </div>
    </CardPage>
  )
}
