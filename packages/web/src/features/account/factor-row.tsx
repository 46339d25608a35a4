import { useState } from 'react'
import { TroubleCallout } from '../../api/trouble-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { LossDialog } from '../../steps/loss-dialog'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button, ButtonLink } from '../../ui/button'
import { Row } from '../../ui/column-page'
import { toast } from '../../ui/toast'
import type { TwoFactor } from './account-documents'
import { useReloadAccount } from './use-reload-account'
import { useRemovalProblem } from './use-removal-problem'

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
  isPreferred: boolean
  isOnly: boolean
  replacePlace: string | null
}

export function FactorRow({ factor, isPreferred, isOnly, replacePlace }: Props) {
  const t = useTexts('account').twoFactor
  const common = useTexts('common')
  const moments = useMoments()
  const preferring = useAct(SET_PREFERRED_METHOD)
  const removing = useAct(REMOVE_FACTOR)
  const reload = useReloadAccount()
  const problemOf = useRemovalProblem()
  const [isRemoving, setRemoving] = useState(false)
  const method = common.methods[factor.method]
  const name = factor.method === 'PASSKEY' ? t.passkey({ label: factor.label }) : method
  const prefer = async () => {
    const answer = (await preferring.run({ method: factor.method }))?.setPreferredMethod
    if (answer?.__typename === 'PreferredMethodSet') toast(t.preferred)
    if (answer) void reload()
  }
  const remove = async () => {
    const answer = (await removing.run({ id: factor.id }))?.removeFactor
    if (answer?.__typename !== 'FactorRemoved') return answer && problemOf(answer)
    toast(t.removed)
    setRemoving(false)
    void reload()
    return undefined
  }
  return (
    <Row
      title={
        <>
          {method}
          {isPreferred ? (
            <span className="ms-2 inline-block rounded-full bg-accent-soft px-2.5 py-0.5 text-meta text-accent">
              {t.asksFirst}
            </span>
          ) : null}
        </>
      }
      action={
        <>
          {isPreferred ? null : (
            <Button isInert={preferring.isBusy} onClick={() => void prefer()} aria-label={`${t.prefer}: ${name}`}>
              {t.prefer}
            </Button>
          )}
          {replacePlace ? (
            <ButtonLink to={replacePlace} aria-label={`${t.replace}: ${name}`}>
              {t.replace}
            </ButtonLink>
          ) : null}
          <Button onClick={() => setRemoving(true)} aria-label={`${t.remove}: ${name}`}>
            {t.remove}
          </Button>
        </>
      }
    >
      {factor.method === 'AUTHENTICATOR_APP' ? null : <span className="block wrap-anywhere">{factor.label}</span>}
      {factor.lastUsedAt
        ? t.lastUsed({ moment: moments.full(factor.lastUsedAt) })
        : t.added({ day: moments.day(factor.createdAt) })}
      <TroubleCallout trouble={preferring.trouble} />
      {isRemoving ? (
        <LossDialog
          title={t.removeTitle({ method: name })}
          consequence={isOnly ? `${t.removeLast} ${t.removeConsequence}` : t.removeConsequence}
          button={t.remove}
          keep={t.keep}
          act={remove}
          isBusy={removing.isBusy}
          trouble={removing.trouble}
          onClose={() => setRemoving(false)}
        />
      ) : null}
    </Row>
  )
}
