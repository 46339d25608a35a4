import { graphql } from '../generated/gql'

/** As the API gives it: each code with the moment it was used, if it was. */
export type BackupSheet = { codes: readonly { code: string; usedAt: string | null }[]; generatedAt: string }

/** Needs a recent confirmation; logged, and mailed to the account. */
export const REVEAL_BACKUP_CODES = graphql(`
  mutation RevealBackupCodes {
    revealBackupCodes {
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
