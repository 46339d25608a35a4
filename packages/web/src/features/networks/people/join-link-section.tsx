import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useAct } from '../../../api/use-act'
import { graphql } from '../../../generated/gql'
import { FormDialog } from '../../../steps/form-dialog'
import { LossDialog } from '../../../steps/loss-dialog'
import { NETWORK_JOIN_LINK } from '../../../steps/members/join-link-documents'
import { useOpenedNetwork } from '../../../steps/opened-network'
import { useChange } from '../../../steps/use-change'
import { useTexts } from '../../../texts/use-texts'
import { useMoments } from '../../../time/use-moments'
import { Button, ButtonLink } from '../../../ui/button'
import { Callout } from '../../../ui/callout'
import { CopyButton } from '../../../ui/copy-button'

const CREATE_JOIN_LINK = graphql(`
  mutation CreateJoinLink($networkId: ID!) {
    createJoinLink(networkId: $networkId) {
      ... on JoinLinkCreated {
        url
      }
    }
  }
`)

const DELETE_JOIN_LINK = graphql(`
  mutation DeleteJoinLink($networkId: ID!) {
    deleteJoinLink(networkId: $networkId)
  }
`)

/** One link for everyone with an address of a proved domain, and where none is proved yet, the way to that. */
export function JoinLinkSection() {
  const t = useTexts('networks').joinLink
  const moments = useMoments()
  const { slug } = useOpenedNetwork()
  const { data, refetch } = useQuery(NETWORK_JOIN_LINK, { variables: { slug } })
  const [dialog, setDialog] = useState<'create' | 'delete' | null>(null)
  const [url, setUrl] = useState<string | null>(null)
  const link = data?.network?.joinLink
  if (!link) return null
  const isOn = Boolean(link.createdAt)
  const show = async (created: string | null) => {
    setUrl(created)
    setDialog(null)
    await refetch()
  }
  return (
    <section aria-labelledby="join-link" className="mt-6 space-y-3 rounded-card border border-hair bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 max-w-prose flex-1 basis-72">
          <h2 id="join-link" className="font-semibold">
            {t.title}
          </h2>
          <p className="text-muted">
            {link.domains.length > 0 ? t.line({ domains: link.domains }) : isOn ? t.noDomain : t.noneYet}
          </p>
          {link.createdAt ? (
            <p className="text-meta text-muted">
              {t.since({ name: link.creatorName ?? '', day: moments.day(link.createdAt) })}
            </p>
          ) : null}
        </div>
        <div className="flex flex-wrap gap-2">
          {isOn ? <Button onClick={() => setDialog('delete')}>{t.off}</Button> : null}
          {link.domains.length > 0 ? (
            <Button onClick={() => setDialog('create')}>{isOn ? t.renew : t.create}</Button>
          ) : (
            <ButtonLink to={`/networks/${slug}/security/sso#domains`}>{t.verify}</ButtonLink>
          )}
        </div>
      </div>
      {url ? <NewLink url={url} /> : null}
      {dialog === 'create' ? <CreateDialog isOn={isOn} onCreated={show} onClose={() => setDialog(null)} /> : null}
      {dialog === 'delete' ? <DeleteDialog onDone={() => void show(null)} onClose={() => setDialog(null)} /> : null}
    </section>
  )
}

function NewLink({ url }: { url: string }) {
  const t = useTexts('networks').joinLink
  return (
    <div className="space-y-3">
      <Callout tone="time">{t.once}</Callout>
      <p dir="ltr" className="break-all rounded-control border border-line bg-wash p-4 font-mono">
        {url}
      </p>
      <CopyButton text={url} label={t.copy} />
    </div>
  )
}

type CreateProps = { isOn: boolean; onCreated: (url: string) => Promise<void>; onClose: () => void }

function CreateDialog({ isOn, onCreated, onClose }: CreateProps) {
  const t = useTexts('networks').joinLink
  const { id: networkId } = useOpenedNetwork()
  const { run, ...mutation } = useAct(CREATE_JOIN_LINK)
  const [problem, setProblem] = useState<string>()
  const create = async () => {
    const answer = await run({ networkId })
    if (answer?.__typename === 'InvalidInput') return setProblem(t.noDomain)
    if (answer?.__typename === 'JoinLinkCreated') await onCreated(answer.url)
  }
  return (
    <FormDialog
      {...mutation}
      title={isOn ? t.renewTitle : t.createTitle}
      onClose={onClose}
      submitLabel={isOn ? t.renew : t.create}
      onSubmit={() => void create()}
      problem={problem}
    >
      <p>{isOn ? t.renewLine : t.createLine}</p>
    </FormDialog>
  )
}

function DeleteDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const t = useTexts('networks').joinLink
  const { id: networkId } = useOpenedNetwork()
  const { change, ...dialog } = useChange(DELETE_JOIN_LINK, { onClose: onDone })
  return (
    <LossDialog
      {...dialog}
      title={t.offTitle}
      consequence={t.offLine}
      onClose={onClose}
      submitLabel={t.off}
      onSubmit={() => change({ networkId }, t.offDone)}
    />
  )
}
