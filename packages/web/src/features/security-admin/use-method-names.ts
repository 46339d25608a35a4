import type { FactorMethod } from '@twinlock/shared/vocabulary'
import { useTexts } from '../../texts/use-texts'

/** What each method is called where an Admin chooses among them. */
export function useMethodNames(): Record<FactorMethod, string> {
  const { app, sms, passkey } = useTexts('security').coverage
  return { AUTHENTICATOR_APP: app, SMS: sms, PASSKEY: passkey }
}
