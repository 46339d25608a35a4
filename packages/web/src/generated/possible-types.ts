export const possibleTypes: Record<string, string[]> = {
  "AcceptInvitationResult": [
    "InvitationAccepted",
    "InvitationInvalid"
  ],
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
  "ChangeRoleResult": [
    "LastOwner",
    "RoleChanged"
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
  "CreateNetworkResult": [
    "InvalidInput",
    "NetworkCreated",
    "SlugTaken"
  ],
  "InvitationPreviewResult": [
    "InvitationInvalid",
    "InvitationPreview"
  ],
  "InviteMemberResult": [
    "AlreadyMember",
    "InvalidInput",
    "InvitationSent",
    "TooManyAttempts"
  ],
  "LeaveNetworkResult": [
    "LastOwner",
    "NetworkLeft"
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
  "RemoveMemberResult": [
    "LastOwner",
    "MemberRemoved"
  ],
  "ResendInvitationResult": [
    "InvitationInvalid",
    "InvitationSent",
    "TooManyAttempts"
  ],
  "ResetPasswordResult": [
    "InvalidInput",
    "PasswordChanged",
    "ResetLinkExpired"
  ],
  "RevokeInvitationResult": [
    "InvitationInvalid",
    "InvitationRevoked"
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
