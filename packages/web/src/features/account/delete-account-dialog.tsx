import { useApolloClient, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { failureOf } from '../../api/failure'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { FormDialog } from '../../steps/form-dialog'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Callout } from '../../ui/callout'
import { toast } from '../../ui/toast'

const NETWORKS_TO_LEAVE = graphql(`
  query NetworksToLeave {
    viewer {
      id
      memberships {
        id
        role
        isOnlyOwner
        network {
          id
          name
        }
      }
    }
  }
`)

const DELETE_ACCOUNT = graphql(`
  mutation DeleteAccount {
    deleteAccount {
      ... on AccountDeletionScheduled {
        at
      }
      ... on LastOwner {
        networks {
          id
          name
          slug
        }
      }
    }
  }
`)

type Kept = readonly { id: string; name: string; slug: string }[]

/** What goes, what stays, what it means in each network, and the networks that cannot do without this owner. */
export function DeleteAccountDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('account').data
  const moments = useMoments()
  const client = useApolloClient()
  const navigate = useNavigate()
  const { run, isBusy, failure } = useAct(DELETE_ACCOUNT)
  const { data, error } = useQuery(NETWORKS_TO_LEAVE)
  const memberships = data?.viewer?.memberships ?? []
  const [keeping, setKeeping] = useState<Kept>([])
  const remove = async () => {
    setKeeping([])
    const answer = await run()
    if (answer?.__typename === 'LastOwner') return setKeeping(answer.networks)
    if (answer?.__typename !== 'AccountDeletionScheduled') return
    toast(t.deleted({ moment: moments.full(answer.at) }))
    // Before the store is emptied: a page still showing would ask again, and be sent to sign in.
    navigate('/sign-in')
    await client.clearStore()
  }
  return (
    <FormDialog
      title={t.deleteTitle}
      onClose={onClose}
      submitLabel={t.deleteAct}
      onSubmit={() => void remove()}
      cancelLabel={t.keep}
      kind="danger"
      // The networks come first; the dialog opened again asks again.
      isBusy={isBusy || keeping.length > 0 || !data}
      failure={failure ?? (error ? failureOf(error) : null)}
    >
      <ul className="list-disc space-y-1 ps-5">
        {t.deleteFacts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {memberships.length > 0 ? (
        <>
          <h3 className="font-semibold">{t.deleteNetworks}</h3>
          <dl className="space-y-2">
            {memberships.map(({ id, role, isOnlyOwner, network: { name } }) => (
              <div key={id}>
                <dt className="wrap-anywhere font-medium">{name}</dt>
                <dd className="text-muted">
                  {isOnlyOwner ? t.deleteOnlyOwner : role === 'OWNER' ? t.deleteOwner : t.deleteMember}
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {keeping.length > 0 ? (
        <Callout tone="danger" isUrgent title={t.lastOwnerTitle}>
          <p>{t.lastOwner}</p>
          <ul className="mt-2 list-disc ps-5">
            {keeping.map(({ id, name, slug }) => (
              <li key={id}>
                <Link className="link" to={`/networks/${slug}/security/settings`}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
    </FormDialog>
  )
}
