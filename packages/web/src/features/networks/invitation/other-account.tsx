import { useApolloClient } from '@apollo/client/react'
import { useNavigate } from 'react-router'
import { TroubleCallout } from '../../../api/trouble-callout'
import { useAct } from '../../../api/use-act'
import { graphql } from '../../../generated/gql'
import { useTexts } from '../../../texts/use-texts'
import { Button, ButtonLink } from '../../../ui/button'
import { PageHeading } from '../../../ui/page-heading'

const SWITCH_ACCOUNT = graphql(`
  mutation SwitchAccount {
    signOut
  }
`)

/** The wrong account is signed in: says which is the right one, as far as the link may tell. */
export function OtherAccount({ sentTo, email }: { sentTo: string; email: string }) {
  const t = useTexts('networks').invitation
  const client = useApolloClient()
  const navigate = useNavigate()
  const { run, isBusy, trouble } = useAct(SWITCH_ACCOUNT)
  const change = async () => {
    if (!(await run())) return
    navigate(`/sign-in?next=${encodeURIComponent('/invitation')}`)
    await client.clearStore()
  }
  return (
    <>
      <PageHeading>{t.otherTitle}</PageHeading>
      <p className="mt-2 mb-6">{t.other({ address: sentTo, email })}</p>
      <TroubleCallout trouble={trouble} />
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
