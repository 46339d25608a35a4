import { useApolloClient } from '@apollo/client/react'
import { useNavigate } from 'react-router'
import { FailureCallout } from '../../../api/failure-callout'
import { useAct } from '../../../api/use-act'
import { graphql } from '../../../generated/gql'
import { withQuery } from '../../../steps/return-path'
import { useTexts } from '../../../texts/use-texts'
import { Button, ButtonLink } from '../../../ui/button'
import { PageHeading } from '../../../ui/page-heading'
import type { InvitationPreview } from './invitation-documents'

const SWITCH_ACCOUNT = graphql(`
  mutation SwitchAccount {
    signOut
  }
`)

/** The wrong account is signed in: says which is the right one, as far as the link may tell. */
export function OtherAccount({ preview, email }: { preview: InvitationPreview; email: string }) {
  const t = useTexts('networks').invitation
  const isLink = preview.__typename === 'JoinLinkPreview'
  const client = useApolloClient()
  const navigate = useNavigate()
  const { run, isBusy, failure } = useAct(SWITCH_ACCOUNT)
  const change = async () => {
    if (!(await run())) return
    navigate(withQuery('/sign-in', { next: '/invitation' }))
    await client.clearStore()
  }
  return (
    <>
      <PageHeading>{isLink ? t.linkOtherTitle : t.otherTitle}</PageHeading>
      <p className="mt-2 mb-6">
        {isLink ? t.linkOther({ domains: preview.domains, email }) : t.other({ address: preview.sentTo, email })}
      </p>
      <FailureCallout failure={failure} />
      <div className="space-y-3">
        <Button kind="primary" isWide isInert={isBusy} onClick={() => void change()}>
          {t.switchAccount}
        </Button>
        <ButtonLink isWide to="/networks">
          {t.networks}
        </ButtonLink>
      </div>
    </>
  )
}
