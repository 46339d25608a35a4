import { useLazyQuery } from '@apollo/client/react'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Row } from '../../ui/column-page'
import { Dialog } from '../../ui/dialog'
import { DialogButton } from '../../ui/dialog-button'
import { Field } from '../../ui/field'
import { Form } from '../../ui/form'
import { toast } from '../../ui/toast'
import { LINKED_PEOPLE, RELEASE_SSO_IDENTITY } from './sso-documents'

/** Who is linked to which identity of the provider, where that has to be undone. */
export function LinksRow() {
  const t = useTexts('ssoAdmin').links
  return (
    <Row
      title={t.title}
      action={<DialogButton dialog={(close) => <LinksDialog onClose={close} />}>{t.button}</DialogButton>}
    >
      {t.line}
    </Row>
  )
}

/** Finds a member who has signed in by the provider, and releases their link to it. */
export function LinksDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('ssoAdmin').links
  const moments = useMoments()
  const { id: networkId, slug } = useOpenedNetwork()
  const [look, { data, loading, error, refetch }] = useLazyQuery(LINKED_PEOPLE, { fetchPolicy: 'network-only' })
  const releasing = useAct(RELEASE_SSO_IDENTITY)
  const found = data?.network?.security.members.edges.map(({ node }) => node).filter(({ ssoAt }) => ssoAt)
  const release = async (memberId: string, name: string) => {
    const answer = await releasing.run({ networkId, memberId })
    if (answer?.__typename !== 'SsoChanged') return
    toast(t.done({ name }))
    await refetch()
  }
  return (
    <Dialog title={t.button} onClose={onClose}>
      <p className="mb-4">{t.line}</p>
      <Form
        onSubmit={({ search = '' }) => void look({ variables: { slug, search: search.trim() } })}
        refusal={found?.length === 0 ? t.none : null}
      >
        <Field name="search" label={t.field} error={found?.length === 0 ? t.none : undefined} maxLength={120} />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={onClose}>{t.close}</Button>
          <Button type="submit" kind="primary" isInert={loading}>
            {t.look}
          </Button>
        </div>
      </Form>
      <FailureCallout failure={releasing.failure ?? (error ? failureOf(error) : null)} />
      {found?.length ? (
        <ul className="mt-4 divide-y divide-hair rounded-control border border-hair">
          {found.map(({ id, name, email, ssoAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 p-3">
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{name}</span>
                <span className="block text-meta wrap-anywhere text-muted">
                  {email} · {t.last({ moment: moments.near(ssoAt ?? '') })}
                </span>
              </span>
              <Button
                isInert={releasing.isBusy}
                aria-label={t.releaseOf({ name })}
                onClick={() => void release(id, name)}
              >
                {t.release}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </Dialog>
  )
}
