import { useAct } from '../../api/use-act'
import { graphql } from '../../generated/gql'
import type { BackupSheet } from '../../steps/backup-codes'
import { LossDialog } from '../../steps/loss-dialog'
import { useTexts } from '../../texts/use-texts'
import { ACCOUNT } from './account-documents'

const REGENERATE_BACKUP_CODES = graphql(`
  mutation RegenerateBackupCodes {
    regenerateBackupCodes {
      ... on BackupCodeSheet {
        generatedAt
        codes {
          code
          usedAt
        }
      }
    }
  }
`)

export function RenewCodesDialog({
  onClose,
  onRenewed,
}: {
  onClose: () => void
  onRenewed: (sheet: BackupSheet) => void
}) {
  const t = useTexts('account')
  const { run, ...act } = useAct(REGENERATE_BACKUP_CODES, { refetch: [ACCOUNT] })
  const renew = async () => {
    const answer = await run()
    if (answer?.__typename === 'TwoFactorIsOff') return t.codes.off
    if (answer) onRenewed(answer)
    return undefined
  }
  return (
    <LossDialog
      {...act}
      title={t.codes.renewTitle}
      consequence={t.codes.renewConsequence}
      button={t.codes.renewButton}
      keep={t.twoFactor.keep}
      act={renew}
      onClose={onClose}
    />
  )
}
