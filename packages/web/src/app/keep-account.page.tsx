import { useApolloClient } from '@apollo/client/react'
import { FailureCallout } from '../api/failure-callout'
import { useAct } from '../api/use-act'
import { graphql } from '../generated/gql'
import { useSignOut } from '../steps/use-sign-out'
import { useTexts } from '../texts/use-texts'
import { useMoments } from '../time/use-moments'
import { Button } from '../ui/button'
import { CardPage } from '../ui/card-page'
import { PageHeading } from '../ui/page-heading'
import { toast } from '../ui/toast'

const CANCEL_ACCOUNT_DELETION = graphql(`
  mutation CancelAccountDeletion {
    cancelAccountDeletion
  }
`)

/** All that an account can do which is scheduled to be deleted: be kept, or be left alone. */
export function KeepAccountPage({ deletionAt }: { deletionAt: string }) {
  const t = useTexts('common').keepAccount
  const moments = useMoments()
  const client = useApolloClient()
  const signOut = useSignOut()
  const { run, isBusy, failure } = useAct(CANCEL_ACCOUNT_DELETION)
  const keep = async () => {
    const answer = await run()
    if (answer) toast(t.kept)
    if (answer !== undefined) await client.resetStore()
  }
  return (
    <CardPage>
      <PageHeading>{t.title}</PageHeading>
      <p className="mt-2 mb-6">{t.line({ moment: moments.full(deletionAt) })}</p>
      <div className="space-y-3">
        <FailureCallout failure={failure} />
        <Button kind="primary" isWide isInert={isBusy} onClick={() => void keep()}>
          {t.keep}
        </Button>
        <Button isWide onClick={() => void signOut()}>
          {t.signOut}
        </Button>
      </div>
    </CardPage>
  )
}
