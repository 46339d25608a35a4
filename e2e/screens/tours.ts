import { accountTour } from './account.tour'
import { appsTour } from './apps.tour'
import { companyTour } from './company.tour'
import { entryTour } from './entry.tour'
import { integrationsTour } from './integrations.tour'
import { lifeTour } from './life.tour'
import { invitationTour, networkTour } from './network.tour'
import { passkeyTour } from './passkey.tour'
import { recoveryTour } from './recovery.tour'
import { securityTour } from './security.tour'
import { appTour, textMessageTour } from './set-up.tour'
import { signInTour } from './sign-in.tour'
import type { Tour } from './tour'

/** Together they pass every screen of the product. */
export const tours: readonly Tour[] = [
  entryTour,
  appTour,
  textMessageTour,
  passkeyTour,
  signInTour,
  accountTour,
  lifeTour,
  networkTour,
  invitationTour,
  securityTour,
  recoveryTour,
  companyTour,
  integrationsTour,
  appsTour,
]
