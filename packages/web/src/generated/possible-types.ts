export const possibleTypes: Record<string, string[]> = {
  "AcceptInvitationResult": [
    "InvitationAccepted",
    "InvitationInvalid"
  ],
  "ActivateMandatoryTwoFactorResult": [
    "InvalidInput",
    "MandateActivated",
    "OwnTwoFactorRequired",
    "PlanUpgradeRequired"
  ],
  "AnswerVerificationResult": [
    "CodeExpired",
    "InvalidCode",
    "VerificationEnded"
  ],
  "AppEntryResult": [
    "AppEntryOpen",
    "AppEntryRefused"
  ],
  "BackupCodesResult": [
    "BackupCodeSheet",
    "TwoFactorIsOff"
  ],
  "BeginAuthenticatorSetupResult": [
    "AuthenticatorSetup",
    "TooManyAttempts"
  ],
  "BeginPasskeySetupResult": [
    "PasskeyLimitReached",
    "PasskeySetup",
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
  "CancelReEnrolmentResult": [
    "ReEnrolmentCancelled",
    "ReEnrolmentLinkExpired"
  ],
  "ChangeAllowedMethodsResult": [
    "AllowedMethodsChanged",
    "InvalidInput",
    "OwnTwoFactorRequired"
  ],
  "ChangeEmailResult": [
    "EmailChangeCodeSent",
    "InvalidInput",
    "TooManyAttempts"
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
  "ChangeWebhookResult": [
    "InvalidInput",
    "WebhookChanged"
  ],
  "CompanySignInResult": [
    "CompanySignIns",
    "TooManyAttempts"
  ],
  "ConfirmEmailChangeResult": [
    "CodeExpired",
    "EmailChanged",
    "InvalidCode",
    "TooManyAttempts"
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
  "CreateApiKeyResult": [
    "ApiKeyCreated",
    "InvalidInput",
    "TooManyApiKeys"
  ],
  "CreateAppResult": [
    "AppCreated",
    "InvalidInput",
    "TooManyApps"
  ],
  "CreateJoinLinkResult": [
    "InvalidInput",
    "JoinLinkCreated"
  ],
  "CreateNetworkResult": [
    "InvalidInput",
    "NetworkCreated",
    "SlugTaken"
  ],
  "CreateWebhookResult": [
    "InvalidInput",
    "TooManyWebhooks",
    "WebhookCreated"
  ],
  "DeactivateMandatoryTwoFactorResult": [
    "MandateDeactivated"
  ],
  "DeleteAccountResult": [
    "AccountDeletionScheduled",
    "LastOwner"
  ],
  "DeleteNetworkResult": [
    "InvalidInput",
    "NetworkDeletionScheduled"
  ],
  "EnterWithoutSsoResult": [
    "OwnTwoFactorRequired",
    "OwnerEntered"
  ],
  "ExportDataResult": [
    "DataExport",
    "ResetLinkExpired"
  ],
  "GiveMoreTimeResult": [
    "InvalidInput",
    "MoreTimeGiven"
  ],
  "GrantReEnrolmentResult": [
    "InvalidInput",
    "MemberHasNoTwoFactor",
    "MemberUsesCompanySignIn",
    "ReEnrolmentGranted",
    "TooManyAttempts"
  ],
  "InvitationPreviewResult": [
    "InvitationInvalid",
    "InvitationPreview",
    "JoinLinkPreview"
  ],
  "InviteMemberResult": [
    "AlreadyMember",
    "InvalidInput",
    "InvitationSent",
    "TooManyAttempts"
  ],
  "InviteMembersResult": [
    "InvalidInput",
    "MembersInvited"
  ],
  "JoinCompanySignInResult": [
    "CompanySignInRefused",
    "SignInExpired",
    "SignedIn"
  ],
  "LeaveNetworkResult": [
    "LastOwner",
    "NetworkLeft"
  ],
  "PasskeyChallengeResult": [
    "PasskeyChallenge",
    "SignInExpired",
    "TooManyAttempts"
  ],
  "PasswordResetPreviewResult": [
    "PasswordResetPreview",
    "ResetLinkExpired"
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
  "RemindMembersResult": [
    "InvalidInput",
    "MembersReminded"
  ],
  "RemoveFactorResult": [
    "FactorRemoved",
    "TwoFactorMandatory"
  ],
  "RemoveMemberResult": [
    "LastOwner",
    "MemberRemoved"
  ],
  "RequireSsoResult": [
    "InvalidInput",
    "SsoChangeRefused",
    "SsoChanged",
    "SsoTestRequired"
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
  "RotateAppSecretResult": [
    "AppCreated",
    "InvalidInput"
  ],
  "SaveSsoConnectionResult": [
    "InvalidInput",
    "SsoChangeRefused",
    "SsoChanged",
    "SsoProviderProblem"
  ],
  "SecuritySettingResult": [
    "InvalidInput",
    "SecuritySettingChanged"
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
  "SetReturnAddressesResult": [
    "InvalidInput",
    "ReturnAddressesSet"
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
  ],
  "SsoChangeResult": [
    "InvalidInput",
    "SsoChangeRefused",
    "SsoChanged"
  ],
  "SsoDomainResult": [
    "InvalidInput",
    "SsoChanged",
    "SsoDomainNotProved"
  ],
  "TransferOwnershipResult": [
    "InvalidInput",
    "OwnershipTransferred"
  ],
  "UndoEmailChangeResult": [
    "EmailChangeUndone",
    "ResetLinkExpired"
  ],
  "UpdateAppResult": [
    "AppUpdated",
    "InvalidInput"
  ]
}
