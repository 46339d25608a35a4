export const possibleTypes: Record<string, string[]> = {
  "BackupCodesResult": [
    "BackupCodeSheet",
    "TwoFactorIsOff"
  ],
  "BeginAuthenticatorSetupResult": [
    "AuthenticatorSetup",
    "TooManyAttempts"
  ],
  "BeginSmsSetupResult": [
    "DeliveryFailed",
    "InvalidPhoneNumber",
    "SendCodeTooSoon",
    "SmsSetup",
    "TooManyAttempts",
    "UnsupportedDestination"
  ],
  "ChangeNameResult": [
    "InvalidInput",
    "NameChanged"
  ],
  "ChangePasswordResult": [
    "InvalidInput",
    "PasswordChanged"
  ],
  "ConfirmEmailResult": [
    "CodeExpired",
    "InvalidCode",
    "SignedIn",
    "TooManyAttempts"
  ],
  "ConfirmSetupResult": [
    "CodeExpired",
    "InvalidCode",
    "TooManyAttempts",
    "TwoFactorSetUp"
  ],
  "PasswordResetResult": [
    "InvalidInput",
    "PasswordResetSent",
    "TooManyAttempts"
  ],
  "ReauthenticateResult": [
    "InvalidCode",
    "InvalidCredentials",
    "Reauthenticated",
    "TooManyAttempts"
  ],
  "RemoveFactorResult": [
    "FactorRemoved",
    "TwoFactorMandatory"
  ],
  "ResetPasswordResult": [
    "InvalidInput",
    "PasswordChanged",
    "ResetLinkExpired"
  ],
  "SendCodeResult": [
    "CodeSent",
    "DeliveryFailed",
    "SendCodeTooSoon",
    "SignInExpired",
    "TooManyAttempts"
  ],
  "SetPreferredMethodResult": [
    "PreferredMethodSet",
    "TwoFactorIsOff"
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
  ],
  "SignUpResult": [
    "EmailConfirmationSent",
    "InvalidInput",
    "TooManyAttempts"
  ]
}
