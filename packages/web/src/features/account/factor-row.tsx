import { useState } from 'react'
import { useNavigate } from 'react-router'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { FactorMethod } from '../../generated/graphql'
import { LossDialog } from '../../steps/loss-dialog'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Row } from '../../ui/column-page'
import { Menu } from '../../ui/menu'
import { toast } from '../../ui/toast'
import { ACCOUNT, type TwoFactor } from './account-documents'
import { RenamePasskeyDialog } from './rename-passkey-dialog'

const SET_PREFERRED_METHOD = graphql(`
  mutation SetPreferredMethod($method: FactorMethod!) {
    setPreferredMethod(method: $method) {
      ... on PreferredMethodSet {
        viewer {
          id
          twoFactor {
            ...TwoFactorFields
          }
        }
      }
    }
  }
`)

const REMOVE_FACTOR = graphql(`
  mutation RemoveFactor($id: ID!) {
    removeFactor(id: $id) {
      ... on FactorRemoved {
        viewer {
          id
          twoFactor {
            ...TwoFactorFields
          }
        }
      }
      ... on TwoFactorMandatory {
        networks {
          id
          name
        }
      }
    }
  }
`)

type Props = {
  factor: TwoFactor['factors'][number]
  preferred: TwoFactor['preferredMethod']
  isOnly: boolean
  replacePlace: string | null
}

export function FactorRow({ factor, preferred, isOnly, replacePlace }: Props) {
  const t = useTexts('account').twoFactor
  const navigate = useNavigate()
  const isPreferred = factor.method === preferred
  const common = useTexts('common')
  const moments = useMoments()
  const preferring = useAct(SET_PREFERRED_METHOD, { refetch: [ACCOUNT] })
  const [isRemoving, setRemoving] = useState(false)
  const [isRenaming, setRenaming] = useState(false)
  const method = common.methods[factor.method]
  const name = factor.method === 'PASSKEY' ? t.passkey({ label: factor.label }) : method
  const setPreferred = async (method: FactorMethod): Promise<boolean> => {
    const answer = await preferring.run({ method })
    return answer?.__typename === 'PreferredMethodSet'
  }
  const prefer = async () => {
    if (await setPreferred(factor.method)) toast(t.preferred, preferred ? () => setPreferred(preferred) : null)
  }
  return (
    <Row
      title={
        <>
          {method}{' '}
          {isPreferred ? (
            <span className="ms-2 inline-block rounded-full bg-accent-soft px-2.5 py-0.5 text-meta text-accent">
              {t.asksFirst}
            </span>
          ) : null}
        </>
      }
      action={
        <Menu
          label={t.acts({ name })}
          items={[
            ...(isPreferred ? [] : [{ label: t.prefer, onSelect: () => void prefer() }]),
            ...(replacePlace ? [{ label: t.replace, onSelect: () => navigate(replacePlace) }] : []),
            ...(factor.method === 'PASSKEY' ? [{ label: t.rename, onSelect: () => setRenaming(true) }] : []),
            { label: t.remove, isLoss: true, onSelect: () => setRemoving(true) },
          ]}
        />
      }
    >
      {factor.method === 'AUTHENTICATOR_APP' ? null : (
        <bdi className="block wrap-anywhere" dir={factor.method === 'SMS' ? 'ltr' : 'auto'}>
          {factor.label}
        </bdi>
      )}
      {factor.lastUsedAt ? (
        <time dateTime={factor.lastUsedAt} title={moments.full(factor.lastUsedAt)}>
          {t.lastUsed({ moment: moments.plain(factor.lastUsedAt) })}
        </time>
      ) : (
        t.added({ day: moments.day(factor.createdAt) })
      )}
      <FailureCallout failure={preferring.failure} />
      {isRenaming ? <RenamePasskeyDialog factor={factor} onClose={() => setRenaming(false)} /> : null}
      {isRemoving ? (
        <RemoveDialog factor={factor} name={name} isOnly={isOnly} onClose={() => setRemoving(false)} />
      ) : null}
    </Row>
  )
}

type RemoveProps = Pick<Props, 'factor' | 'isOnly'> & { name: string; onClose: () => void }

function RemoveDialog({ factor: { id, method }, name, isOnly, onClose }: RemoveProps) {
  const t = useTexts('account').twoFactor
  const { change, ...dialog } = useChange(REMOVE_FACTOR, useRemoval(onClose))
  return (
    <LossDialog
      {...dialog}
      title={t.removeTitle({ method: name })}
      consequence={isOnly ? `${t.removeLast} ${t.removeConsequence}` : t.removeConsequence}
      submitLabel={t.removeButton({ method })}
      cancelLabel={t.keep}
      onSubmit={() => change({ id }, t.removed)}
    />
  )
}

type Answer = { __typename?: string; networks?: readonly { name: string }[] }

/** Why protection cannot be taken away: the networks that ask for it, by name. */
export function useRemovalProblem(): (answer: Answer) => string | undefined {
  const t = useTexts('account').twoFactor
  return ({ networks = [] }) =>
    networks.length > 0 ? t.mandatoryIn({ networks: networks.map(({ name }) => name).join(', ') }) : undefined
}

/** What a change is like that takes protection away. */
export function useRemoval(onClose: () => void) {
  return { onClose, done: 'FactorRemoved' as const, refusalOf: useRemovalProblem(), refetch: [ACCOUNT] }
}
