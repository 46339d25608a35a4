import { limits } from '@twinlock/shared/limits'
import { useState } from 'react'
import { FailureCallout } from '../../api/failure-callout'
import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import { BackupCodesList, type BackupSheet, REVEAL_BACKUP_CODES } from '../../steps/backup-codes-list'
import { LossDialog } from '../../steps/loss-dialog'
import { useTexts } from '../../texts/use-texts'
import { useMoments } from '../../time/use-moments'
import { Button, ButtonLink } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { Row, Section } from '../../ui/column-page'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { ACCOUNT, type TwoFactor } from './account-documents'

type Open = { kind: 'sheet'; sheet: BackupSheet } | { kind: 'renew' } | null

export function BackupCodesSection({ twoFactor, email }: { twoFactor: TwoFactor; email: string }) {
  const account = useTexts('account')
  const t = account.codes
  const moments = useMoments()
  const { run, isBusy, failure } = useAct(REVEAL_BACKUP_CODES)
  const [open, setOpen] = useState<Open>(null)
  const [isOff, setOff] = useState(false)
  const close = () => setOpen(null)
  if (!twoFactor.isOn) {
    return (
      <section id="backup-codes" className="mt-10">
        <h2 className="mb-4 text-section">{t.title}</h2>
        <EmptyState
          title={t.empty}
          action={<ButtonLink to="/account/two-factor/set-up">{account.twoFactor.setUp}</ButtonLink>}
        />
      </section>
    )
  }
  const reveal = async () => {
    const answer = await run()
    if (answer?.__typename === 'BackupCodeSheet') setOpen({ kind: 'sheet', sheet: answer })
    setOff(answer?.__typename === 'TwoFactorIsOff')
  }
  const { backupCodesLeft: left, backupCodesTotal: total, backupCodesGeneratedAt: madeAt } = twoFactor
  const isFew = left <= limits.backupCodesFew
  return (
    <Section title={t.title} id="backup-codes" intro={t.line}>
      <Row
        title={t.row({ left, total })}
        action={
          <>
            <Button isInert={isBusy} onClick={() => void reveal()}>
              {t.show}
            </Button>
            <Button kind={isFew ? 'primary' : 'secondary'} onClick={() => setOpen({ kind: 'renew' })}>
              {t.renew}
            </Button>
          </>
        }
      >
        {madeAt ? t.made({ day: moments.day(madeAt) }) : null}
      </Row>
      {isFew || isOff || failure ? (
        <div className="space-y-3 p-4">
          {isFew ? <Callout tone="time">{t.few({ left })}</Callout> : null}
          {isOff ? <Callout isUrgent>{t.off}</Callout> : null}
          <FailureCallout failure={failure} />
        </div>
      ) : null}
      {open?.kind === 'sheet' ? (
        <Dialog title={t.dialogTitle} onClose={close}>
          <BackupCodesList sheet={open.sheet} email={email} />
        </Dialog>
      ) : null}
      {open?.kind === 'renew' ? (
        <RenewCodesDialog onClose={close} onRenewed={(sheet) => setOpen({ kind: 'sheet', sheet })} />
      ) : null}
    </Section>
  )
}

const REGENERATE_BACKUP_CODES = graphql(`
  mutation RegenerateBackupCodes {
    regenerateBackupCodes {
      ...Sheet
    }
  }
`)

type RenewProps = { onClose: () => void; onRenewed: (sheet: BackupSheet) => void }

function RenewCodesDialog({ onClose, onRenewed }: RenewProps) {
  const t = useTexts('account')
  const { run, ...mutation } = useAct(REGENERATE_BACKUP_CODES, { refetch: [ACCOUNT] })
  const [isOff, setOff] = useState(false)
  const renew = async () => {
    const answer = await run()
    setOff(answer?.__typename === 'TwoFactorIsOff')
    if (answer?.__typename === 'BackupCodeSheet') onRenewed(answer)
  }
  return (
    <LossDialog
      {...mutation}
      title={t.codes.renewTitle}
      consequence={t.codes.renewConsequence}
      submitLabel={t.codes.renewButton}
      cancelLabel={t.twoFactor.keep}
      onSubmit={renew}
      problem={isOff ? t.codes.off : undefined}
      onClose={onClose}
    />
  )
}
