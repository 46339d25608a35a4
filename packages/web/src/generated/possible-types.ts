export const possibleTypes: Record<string, string[]> = {
  "ConfirmSetupResult": [
    "CodeExpired",
    "InvalidCode",
    "TooManyAttempts",
    "TwoFactorSetUp"
  ],
  "SendCodeResult": [
    "CodeSent",
    "DeliveryFailed",
    "SendCodeTooSoon",
    "SignInExpired",
    "TooManyAttempts"
  ],
  "SignInStep": [
    "CodeExpired",
    "InvalidCode",
    "InvalidCredentials",
    "SecondStepRequired",
    "SetUpRequired",
    "SignInExpired",
    "SignedIn",
    "SsoRequired",
    "TooManyAttempts"
  ]
}
