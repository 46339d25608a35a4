import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { failureOf } from '../../api/failure'
import { FailureCallout } from '../../api/failure-callout'
import { graphql } from '../../generated/gql'
import { LossDialog } from '../../steps/loss-dialog'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Row, Rows } from '../../ui/column-page'
import { EmptyState } from '../../ui/empty-state'
import { Menu } from '../../ui/menu'
import { PageHeading } from '../../ui/page-heading'
import { Skeleton } from '../../ui/skeleton'
import { AppDialog } from './app-dialog'
import { APPS, type AppRow } from './apps-documents'
import { RecipesDialog, RotateSecretDialog } from './recipes-dialog'
import { accessOf } from './who-choice'

type Doing = { act: 'create' } | { act: 'change' | 'recipes' | 'rotate' | 'delete'; app: AppRow }

/** The apps that the network's people open with this sign-in. */
export function AppsPage() {
  const t = useTexts('apps')
  const { slug = '' } = useParams()
  const { data, error, refetch } = useQuery(APPS, { variables: { slug } })
  const [doing, setDoing] = useState<Doing | null>(null)
  const network = data?.network
  const close = () => setDoing(null)
  const add = (
    <Button kind="primary" onClick={() => setDoing({ act: 'create' })}>
      {t.add}
    </Button>
  )
  return (
    <>
      <PageHeading>{t.title}</PageHeading>
      <p className="mt-1 mb-6 max-w-2xl text-muted">{t.line}</p>
      {error && !network ? <FailureCallout failure={failureOf(error)} onRetry={() => void refetch()} /> : null}
      {network?.apps.length === 0 ? (
        <EmptyState title={t.emptyTitle} action={add}>
          <p>{t.empty}</p>
        </EmptyState>
      ) : null}
      {network && network.apps.length > 0 ? (
        <>
          <Rows label={t.title}>
            {network.apps.map((app) => (
              <OneApp key={app.id} app={app} onAct={(act) => setDoing({ act, app })} />
            ))}
          </Rows>
          <div className="mt-4">{add}</div>
        </>
      ) : null}
      {network || error ? null : <Skeleton lines={6} />}
      {network && doing?.act === 'create' ? <AppDialog networkId={network.id} onClose={close} /> : null}
      {network && doing?.act === 'change' ? <AppDialog networkId={network.id} app={doing.app} onClose={close} /> : null}
      {doing?.act === 'recipes' ? <RecipesDialog app={doing.app} onClose={close} /> : null}
      {doing?.act === 'rotate' ? <RotateSecretDialog app={doing.app} onClose={close} /> : null}
      {doing?.act === 'delete' ? <DeleteAppDialog app={doing.app} onClose={close} /> : null}
    </>
  )
}

type Act = Exclude<Doing['act'], 'create'>

function OneApp({ app, onAct }: { app: AppRow; onAct: (act: Act) => void }) {
  const t = useTexts('apps')
  const moments = useMoments()
  const navigate = useNavigate()
  const roleNames = useTexts('networks').roles
  const { name, hosts, redirectUris, roles, requires, lastUsedAt, tokenEndpointAuthMethod } = app
  const access = accessOf(roles)
  const where = [...hosts, ...redirectUris.map((address) => URL.parse(address)?.host ?? address)]
  const items = [
    { label: t.change, onSelect: () => onAct('change') },
    { label: t.people.button, onSelect: () => navigate(encodeURIComponent(app.id)) },
    ...(tokenEndpointAuthMethod.startsWith('client_secret')
      ? [{ label: t.rotate.button, onSelect: () => onAct('rotate') }]
      : []),
    { label: t.delete.button, isLoss: true, onSelect: () => onAct('delete') },
  ]
  return (
    <Row
      title={name}
      action={
        <>
          <Button aria-label={t.recipes.buttonNamed({ name })} onClick={() => onAct('recipes')}>
            {t.recipes.button}
          </Button>
          <Menu label={t.more({ name })} items={items} />
        </>
      }
    >
      <p className="break-words">{[...new Set(where)].join(', ') || t.nowhere}</p>
      <p>
        {access ? t.accesses[access] : t.onlyRoles({ roles: roles.map((role) => roleNames[role]) })}
        {requires === 'SIGNED_IN' ? null : ` · ${t.requirements[requires]}`}
        {' · '}
        {lastUsedAt ? t.used({ moment: moments.soon(lastUsedAt) }) : t.unused}
      </p>
    </Row>
  )
}

const DELETE_APP = graphql(`
  mutation DeleteApp($id: ID!) {
    deleteApp(id: $id)
  }
`)

function DeleteAppDialog({ app: { id, name }, onClose }: { app: AppRow; onClose: () => void }) {
  const t = useTexts('apps').delete
  const { change, ...dialog } = useChange(DELETE_APP, { onClose, refetch: [APPS] })
  return (
    <LossDialog
      {...dialog}
      title={t.title({ name })}
      consequence={t.line}
      submitLabel={t.button}
      onSubmit={() => change({ id }, t.done({ name }))}
    />
  )
}
