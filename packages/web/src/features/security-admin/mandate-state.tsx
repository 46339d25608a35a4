import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { graphql } from '../../generated/gql'
import { LossDialog } from '../../steps/loss-dialog'
import { useOpenedNetwork } from '../../steps/opened-network'
import { useChange } from '../../steps/use-change'
import { useTexts } from '../../texts/use-texts'
import { useServerNow } from '../../time/server-clock'
import { useMoments } from '../../time/use-moments'
import { Button } from '../../ui/button'
import { Countdown } from '../../ui/countdown'
import { Icon } from '../../ui/icon'
import { Menu } from '../../ui/menu'
import { MoreTimeDialog } from './more-time-dialog'
import { NETWORK_SECURITY, type SecurityFields } from './security-documents'
import { useRemind, useReminderCooldown } from './use-remind'

type Props = { mandate: NonNullable<SecurityFields['mandatory']>; without: number }

/** It is required: since when, until when, and what an Admin can do about those who are left. */
export function MandateState({ mandate, without }: Props) {
  const t = useTexts('security').state
  const moments = useMoments()
  const client = useApolloClient()
  const [dialog, setDialog] = useState<'more-time' | 'deactivate' | null>(null)
  const now = useServerNow(1_000)
  const isRunning = now < Date.parse(mandate.deadline)
  const reminding = useRemind()
  const restsUntil = useReminderCooldown(mandate.remindableFrom)
  const remindAll = async () => {
    if (await reminding.remind({})) await client.refetchQueries({ include: [NETWORK_SECURITY] })
  }
  const end = moments.plain(mandate.deadline)
  return (
    <section aria-labelledby="state-title" className="rounded-card border border-hair bg-surface p-4 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="min-w-[min(20rem,100%)] flex-1">
          <h2 id="state-title" title={moments.full(mandate.deadline)} className="flex items-start gap-2 text-section">
            <Icon name={isRunning ? 'clock' : 'check'} className={isRunning ? 'mt-1 text-time' : 'mt-1 text-good'} />
            {isRunning ? t.running({ moment: end }) : t.over({ moment: end })}
          </h2>
          <p className="text-muted sm:ps-7">
            {t.by({ name: mandate.activatedBy, moment: moments.plain(mandate.activatedAt) })}
            {isRunning ? (
              <>
                {' '}
                {t.left} <Countdown until={mandate.deadline} />
              </>
            ) : null}
          </p>
        </div>
        <div className="flex items-center gap-1">
          {without > 0 ? (
            <Button kind="primary" isInert={reminding.isBusy || restsUntil !== null} onClick={() => void remindAll()}>
              {t.remindAll({ count: without })}
            </Button>
          ) : null}
          <Menu
            label={t.acts}
            items={[
              ...(without > 0 ? [{ label: t.moreForAll, onSelect: () => setDialog('more-time') }] : []),
              { label: t.deactivate, isLoss: true, onSelect: () => setDialog('deactivate') },
            ]}
          />
        </div>
      </div>
      <p role="status" className="mt-2 text-muted empty:hidden sm:ps-7">
        {restsUntil && without > 0 ? t.remindAgain({ moment: moments.soon(restsUntil) }) : null}
      </p>
      <FailureCallout failure={reminding.failure} />
      {dialog === 'more-time' ? <MoreTimeDialog whom={{ memberIds: null }} onClose={() => setDialog(null)} /> : null}
      {dialog === 'deactivate' ? <DeactivateDialog onClose={() => setDialog(null)} /> : null}
    </section>
  )
}

const DEACTIVATE = graphql(`
  mutation DeactivateMandatoryTwoFactor($networkId: ID!) {
    deactivateMandatoryTwoFactor(networkId: $networkId) {
      ... on MandateDeactivated {
        security {
          ...SecurityFields
        }
      }
    }
  }
`)

function DeactivateDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts('security').deactivate
  const { id: networkId } = useOpenedNetwork()
  const { change, ...dialog } = useChange(DEACTIVATE, { onClose, done: 'MandateDeactivated' })
  return (
    <LossDialog
      {...dialog}
      title={t.title}
      consequence={t.line}
      submitLabel={t.button}
      cancelLabel={t.cancel}
      onSubmit={() => change({ networkId }, t.done)}
    />
  )
}
