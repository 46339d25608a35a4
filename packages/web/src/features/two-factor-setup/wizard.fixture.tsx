import { parsePath, Route, Routes, useLocation } from 'react-router'
import type { Script } from '../../testing/answering-link'
import { type Rendered, renderApp } from '../../testing/render-app'
import { SetUpPage } from './set-up.page'

export const LATER = '2099-01-01T14:32:00.000Z'
export const BASE = '/account/two-factor/set-up'
export const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

export const authenticator = {
  __typename: 'AuthenticatorSetup',
  setupId: 'a1',
  secret: SECRET,
  otpauthUri: `otpauth://totp/Twinlock:ada%40acme.com?secret=${SECRET}`,
  expiresAt: LATER,
}
export const sms = {
  __typename: 'SmsSetup',
  setupId: 's1',
  phoneNumber: '+49 1512 3456742',
  expiresAt: LATER,
  resendAvailableAt: '2020-01-01T00:00:00.000Z',
  codeDelivery: 'SENT',
}
export const viewer = (isOn: boolean) => ({
  __typename: 'Viewer',
  id: 'v',
  email: 'ada@acme.com',
  twoFactor: {
    __typename: 'AccountTwoFactor',
    id: 't',
    isOn,
    preferredMethod: null,
    backupCodesLeft: isOn ? 10 : 0,
    maskedPhoneNumber: null,
    factors: [],
  },
})
export const progress = (fields = {}, isOn = false) => ({
  data: {
    capabilities: { __typename: 'Capabilities', smsCountries: null },
    setUpProgress: {
      __typename: 'SetUpProgress',
      isSmsAvailable: true,
      isPasskeyAvailable: true,
      allowedMethods: ['SMS', 'AUTHENTICATOR_APP', 'PASSKEY'],
      mailboxProofRequired: false,
      mailboxCodeDelivery: null,
      mailboxResendAvailableAt: null,
      barredBy: [],
      authenticator: null,
      sms: null,
      ...fields,
    },
    viewer: viewer(isOn),
  },
})
export const sheet = {
  __typename: 'BackupCodeSheet',
  generatedAt: '2024-05-14T15:00:00.000Z',
  codes: [{ __typename: 'BackupCode', code: 'ABCDE12345678', usedAt: null }],
}
export const setUp = (backupCodes: unknown = sheet) => ({
  __typename: 'TwoFactorSetUp',
  viewer: viewer(true),
  backupCodes,
})
export const wrong = (fields = {}) => ({
  __typename: 'InvalidCode',
  attemptsLeft: 4,
  alreadyUsed: false,
  clockOffsetSeconds: null,
  ...fields,
})
export const one = (field: string, value: unknown) => ({ data: { [field]: value } })

/** Opens the wizard at one of its addresses, with a server that answers from a script. */
export function open(step: string, script: Script, state?: unknown): Rendered {
  const page = (
    <Routes>
      <Route path="/sign-in" element={<Expired />} />
      <Route path={`${BASE}/*`} element={<SetUpPage />} />
      <Route path="*" element={<p>elsewhere</p>} />
    </Routes>
  )
  return renderApp(page, { ...parsePath(BASE + step), state }, { SetUpProgress: progress(), ...script })
}

/** Where an expired sign-in begins again, and says why. */
function Expired() {
  const { state } = useLocation()
  return <p>begin again: {JSON.stringify(state)}</p>
}
