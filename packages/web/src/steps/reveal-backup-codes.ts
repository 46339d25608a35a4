import { graphql } from '../generated/gql'

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
