import { useApolloClient, useQuery } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { FailureCallout } from '../../../api/failure-callout'
import { useAct } from '../../../api/use-act'
import { IncompleteLink } from '../../../steps/incomplete-link'
import { withQuery } from '../../../steps/return-path'
import { languageTagOf } from '../../../texts/language'
import { fallBackTo } from '../../../texts/text-store'
import { useTexts } from '../../../texts/use-texts'
import { useMoments } from '../../../time/use-moments'
import { Button, ButtonLink } from '../../../ui/button'
import { CardPage } from '../../../ui/card-page'
import { NoticePage } from '../../../ui/notice-page'
import { PageHeading } from '../../../ui/page-heading'
import { Skeleton } from '../../../ui/skeleton'
import {
  ACCEPT_INVITATION,
  type InvitationAnswer,
  type InvitationPreview,
  PREVIEW_INVITATION,
  WHO_AM_I,
} from './invitation-documents'
import { OtherAccount } from './other-account'
import { useInvitationToken } from './use-invitation-token'

/** Where the link of an invitation leads: what it is, who it is for, and in. */
export function InvitationPage() {
  const t = useTexts('networks').invitation
  const { token, forget } = useInvitationToken()
  const { run, failure } = useAct(PREVIEW_INVITATION)
  const [answer, setAnswer] = useState<InvitationAnswer>()
  useEffect(() => {
    const show = async (token: string) => {
      const preview = await run({ token })
      const language = preview && 'locale' in preview && preview.locale && languageTagOf(preview.locale)
      if (language) await fallBackTo(language)
      setAnswer(preview)
    }
    if (token) void show(token)
  }, [run, token])
  if (!token) return <IncompleteLink button={t.networks} to="/networks" />
  if (!answer)
    return (
      <CardPage>
        {failure ? <FailureCallout failure={failure} onRetry={() => window.location.reload()} /> : <Skeleton />}
      </CardPage>
    )
  if (answer.__typename === 'InvitationInvalid')
    return <NoticePage title={t.overTitle} text={t.over} button={t.networks} to="/networks" />
  if (answer.isForViewer === null || answer.isForViewer === undefined) return <SignedOut preview={answer} />
  if (!answer.isForViewer) return <ForAnotherPerson preview={answer} />
  return (
    <Join
      preview={answer}
      token={token}
      onJoined={forget}
      onOver={() => setAnswer({ __typename: 'InvitationInvalid' })}
    />
  )
}

function SignedOut({ preview }: { preview: InvitationPreview }) {
  const t = useTexts('networks').invitation
  const next = '/invitation'
  return (
    <CardPage>
      <InvitationFacts preview={preview} />
      <p className="mb-6">
        {preview.__typename === 'InvitationPreview'
          ? t.signedOut({ address: preview.sentTo })
          : t.linkSignedOut({ domains: preview.domains })}
      </p>
      <div className="space-y-3">
        <ButtonLink kind="primary" isWide to={withQuery('/sign-up', { next })}>
          {t.signUp}
        </ButtonLink>
        <ButtonLink isWide to={withQuery('/sign-in', { next })}>
          {t.signIn}
        </ButtonLink>
      </div>
    </CardPage>
  )
}

type JoinProps = { preview: InvitationPreview; token: string; onJoined: () => void; onOver: () => void }

function Join({ preview, token, onJoined, onOver }: JoinProps) {
  const t = useTexts('networks').invitation
  const client = useApolloClient()
  const navigate = useNavigate()
  const { run, isBusy, failure } = useAct(ACCEPT_INVITATION)
  const { data } = useQuery(WHO_AM_I)
  const join = async () => {
    const answer = await run({ token })
    if (answer?.__typename === 'InvitationInvalid') onOver()
    if (answer?.__typename !== 'InvitationAccepted') return
    onJoined()
    // What was read before knows nothing of this network.
    await client.clearStore()
    navigate(`/networks/${answer.membership.network.slug}`, { replace: true })
  }
  return (
    <CardPage>
      <InvitationFacts preview={preview} />
      <FailureCallout failure={failure} />
      <Button kind="primary" isWide isInert={isBusy} onClick={() => void join()}>
        {t.join({ network: preview.networkName })}
      </Button>
      {data?.viewer ? <p className="mt-4 text-meta text-muted">{t.as({ email: data.viewer.email })}</p> : null}
    </CardPage>
  )
}

function ForAnotherPerson({ preview }: { preview: InvitationPreview }) {
  const { data } = useQuery(WHO_AM_I)
  return (
    <CardPage>{data?.viewer ? <OtherAccount preview={preview} email={data.viewer.email} /> : <Skeleton />}</CardPage>
  )
}

/** Who asks, where to, and what comes with it. */
function InvitationFacts({ preview }: { preview: InvitationPreview }) {
  const texts = useTexts('networks')
  const t = texts.invitation
  const moments = useMoments()
  const { networkName: network, isTwoFactorRequired } = preview
  const role = texts.rolesInSentence[preview.role]
  return (
    <div className="mb-6 space-y-3">
      <PageHeading>{t.title({ network })}</PageHeading>
      {preview.__typename === 'InvitationPreview' ? (
        <p>{t.line({ inviter: preview.inviterName, network, role })}</p>
      ) : (
        <p>{t.linkLine({ domains: preview.domains, network, role })}</p>
      )}
      {isTwoFactorRequired ? <p>{t.twoFactor({ network })}</p> : null}
      {preview.__typename === 'InvitationPreview' ? (
        <p className="text-meta text-muted">{t.until({ moment: moments.full(preview.expiresAt) })}</p>
      ) : null}
    </div>
  )
}
