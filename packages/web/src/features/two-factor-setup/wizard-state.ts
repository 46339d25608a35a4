import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { createContext, use } from 'react'
import { graphql } from '../../generated/gql'
import type { SetUpProgressQuery } from '../../generated/graphql'
import type { BackupSheet } from '../../steps/backup-codes-list'
import type { DeliveryWatch } from '../../steps/sent-code'
import type { PhoneDraft } from './use-phone-draft'

export type SetUpMethod = FactorMethod

/** What the steps of one wizard share. The rest is in the address and on the server. */
export type WizardState = PhoneDraft & {
  /** Where its steps live: "/account/two-factor/set-up" or "/sign-in/set-up". */
  base: string
  /** The next page, carried in the address of each step. */
  search: string
  progress: SetUpProgressQuery
  refetch: () => Promise<{ data?: SetUpProgressQuery | undefined }>
  /** The methods there were when the wizard was opened, by their ids. */
  factorsBefore: readonly string[]
  /** Of `progress`. */
  watch: DeliveryWatch
  /** Without backup codes yet: the first method brings them, and a separate step to save them. */
  isFirst: boolean
  /** What was confirmed in this wizard, and the codes that came with it. */
  confirmed: Confirmed | null
  setConfirmed: (confirmed: Confirmed) => void
  onFinish: () => void
}

export type Confirmed = {
  method: SetUpMethod
  /** The method that sign-ins ask for first from now on. */
  preferred: SetUpMethod
  email: string
  sheet: BackupSheet | null
  /** It was finished in another tab, which showed the backup codes. */
  isElsewhere?: true
}

/** The step that follows a confirmed method: its backup codes, where it brought some. */
export const stepAfter = ({ sheet }: Confirmed): 'codes' | 'done' => (sheet ? 'codes' : 'done')

const WizardContext = createContext<WizardState | null>(null)

export const WizardProvider = WizardContext.Provider

export function useWizard(): WizardState {
  const state = use(WizardContext)
  if (!state) throw new Error('useWizard must be called inside a WizardProvider.')
  return state
}

/** What the wizard stands on: asked again after a reload, so that nothing begun is lost. */
export const SET_UP_PROGRESS = graphql(`
  query SetUpProgress {
    capabilities {
      smsCountries
    }
    setUpProgress {
      isSmsAvailable
      isPasskeyAvailable
      allowedMethods
      mailboxProofRequired
      mailboxCodeDelivery
      mailboxResendAvailableAt
      barredBy {
        id
        name
      }
      authenticator {
        setupId
        secret
        otpauthUri
        expiresAt
      }
      sms {
        setupId
        phoneNumber
        expiresAt
        resendAvailableAt
        codeDelivery
      }
    }
    viewer {
      id
      email
      twoFactor {
        id
        isOn
        preferredMethod
        factors {
          id
          method
        }
      }
    }
  }
`)
