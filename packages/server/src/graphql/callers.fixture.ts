/**
 * Who may call each root field. A new one without a line here fails the test, and so does a line without a field.
 *
 * anybody       no session needed; what it does depends on cookies, tokens and passwords that it is given
 * set-up        a session, or a sign-in in progress that has come to its set-up
 * account       the account's own sign-in
 * network       also: a network that is open to this session (`slug` or `networkId` says which)
 * admin         besides: as OWNER or ADMIN of that network
 * thing         besides: the id of something in a network of one's own; of anything else it says NOT_FOUND
 * member        in that network, also while it is closed
 * key-only      no person at all
 */
export type Reach = 'anybody' | 'set-up' | 'account' | 'network' | 'admin' | 'thing' | 'member' | 'key-only'

interface Expectation {
  reach: Reach
  /** An API key may call it with this scope ('any': with none); without it, it is for people. */
  key?: string
  /** Permitted callers do not run it: it would end what the other lines need. */
  spare?: true
  /** A code that permitted callers may also get, depending on their account. */
  alsoSays?: string
}

export const expectations: Record<string, Expectation> = {
  'Query.capabilities': { reach: 'anybody', key: 'any' },
  'Query.viewer': { reach: 'anybody', key: 'any' },
  'Query.integration': { reach: 'anybody', key: 'any' },
  'Query.signInProgress': { reach: 'anybody' },
  'Query.signUpProgress': { reach: 'anybody' },
  'Query.setUpProgress': { reach: 'set-up' },
  'Query.slugAvailability': { reach: 'account' },
  'Query.network': { reach: 'network', key: 'network:read' },

  'Mutation.signUp': { reach: 'anybody' },
  'Mutation.resendConfirmationCode': { reach: 'anybody' },
  'Mutation.confirmEmail': { reach: 'anybody' },
  'Mutation.requestPasswordReset': { reach: 'anybody' },
  'Mutation.passwordResetPreview': { reach: 'anybody' },
  'Mutation.resetPassword': { reach: 'anybody' },
  'Mutation.undoEmailChange': { reach: 'anybody' },
  'Mutation.invitationPreview': { reach: 'anybody' },

  'Mutation.signIn': { reach: 'anybody' },
  'Mutation.beginPasskeySignIn': { reach: 'anybody' },
  'Mutation.signInWithPasskey': { reach: 'anybody' },
  'Mutation.sendSignInCode': { reach: 'anybody' },
  'Mutation.beginPasskeySecondStep': { reach: 'anybody' },
  'Mutation.verifySecondStep': { reach: 'anybody' },
  'Mutation.useReEnrolment': { reach: 'anybody' },
  'Mutation.cancelReEnrolment': { reach: 'anybody' },
  'Mutation.sendMailboxCode': { reach: 'anybody', alsoSays: 'FORBIDDEN' },
  'Mutation.proveMailbox': { reach: 'anybody' },
  'Mutation.continueToOtherNetworks': { reach: 'anybody', spare: true },
  'Mutation.extendSignIn': { reach: 'anybody' },
  'Mutation.cancelSignIn': { reach: 'anybody', spare: true },
  'Mutation.signOut': { reach: 'anybody', spare: true },

  'Mutation.beginAuthenticatorSetup': { reach: 'set-up' },
  'Mutation.confirmAuthenticatorSetup': { reach: 'set-up' },
  'Mutation.beginSmsSetup': { reach: 'set-up' },
  'Mutation.resendSmsSetupCode': { reach: 'set-up' },
  'Mutation.confirmSmsSetup': { reach: 'set-up' },
  'Mutation.beginPasskeySetup': { reach: 'set-up' },
  'Mutation.confirmPasskeySetup': { reach: 'set-up' },

  'Mutation.reauthenticate': { reach: 'account' },
  'Mutation.beginPasskeyReauthentication': { reach: 'account' },
  'Mutation.sendReauthenticationCode': { reach: 'account' },
  'Mutation.revealBackupCodes': { reach: 'account' },
  'Mutation.regenerateBackupCodes': { reach: 'account' },
  'Mutation.removeFactor': { reach: 'account' },
  'Mutation.turnOffTwoFactor': { reach: 'account' },
  'Mutation.setPreferredMethod': { reach: 'account' },
  'Mutation.renamePasskey': { reach: 'account' },
  'Mutation.changeName': { reach: 'account' },
  'Mutation.changeEmail': { reach: 'account' },
  'Mutation.confirmEmailChange': { reach: 'account' },
  'Mutation.setLocale': { reach: 'account' },
  'Mutation.requestDataExport': { reach: 'account' },
  'Mutation.exportData': { reach: 'account' },
  'Mutation.deleteAccount': { reach: 'account' },
  'Mutation.cancelAccountDeletion': { reach: 'account' },
  'Mutation.changePassword': { reach: 'account' },
  'Mutation.endSession': { reach: 'account' },
  'Mutation.endOtherSessions': { reach: 'account' },
  'Mutation.forgetTrustedDevice': { reach: 'account' },
  'Mutation.createNetwork': { reach: 'account' },
  'Mutation.acceptInvitation': { reach: 'account' },
  'Mutation.leaveNetwork': { reach: 'member', spare: true },

  'Mutation.inviteMember': { reach: 'admin' },
  'Mutation.inviteMembers': { reach: 'admin' },
  'Mutation.resendInvitation': { reach: 'admin' },
  'Mutation.revokeInvitation': { reach: 'admin' },
  'Mutation.createJoinLink': { reach: 'admin' },
  'Mutation.deleteJoinLink': { reach: 'admin' },
  'Mutation.changeRole': { reach: 'admin' },
  'Mutation.removeMember': { reach: 'admin' },
  'Mutation.endMemberSessions': { reach: 'thing' },
  'Mutation.transferOwnership': { reach: 'admin', alsoSays: 'FORBIDDEN' },
  'Mutation.deleteNetwork': { reach: 'admin', alsoSays: 'FORBIDDEN' },
  'Mutation.cancelNetworkDeletion': { reach: 'admin', alsoSays: 'FORBIDDEN' },
  'Mutation.setLogRetention': { reach: 'admin' },
  'Mutation.setNetworkLocale': { reach: 'admin' },

  'Mutation.activateMandatoryTwoFactor': { reach: 'admin' },
  'Mutation.deactivateMandatoryTwoFactor': { reach: 'admin' },
  'Mutation.changeAllowedMethods': { reach: 'admin' },
  'Mutation.giveMoreTime': { reach: 'admin' },
  'Mutation.remindMembers': { reach: 'admin', key: 'members:remind' },
  'Mutation.grantReEnrolment': { reach: 'admin' },
  'Mutation.sendMandateMailToMe': { reach: 'admin' },
  'Mutation.setHelpContact': { reach: 'admin' },
  'Mutation.setTrustedDeviceDays': { reach: 'admin' },
  'Mutation.setPasskeySignIn': { reach: 'admin' },
  'Mutation.setSessionLimit': { reach: 'admin' },

  'Mutation.createApiKey': { reach: 'admin' },
  'Mutation.revokeApiKey': { reach: 'thing' },
  'Mutation.setReturnAddresses': { reach: 'thing' },
  'Mutation.setExternalId': { reach: 'admin', key: 'external-ids:write' },
  'Mutation.createWebhook': { reach: 'admin', key: 'webhooks:write' },
  'Mutation.changeWebhook': { reach: 'thing', key: 'webhooks:write' },
  'Mutation.rotateWebhookSecret': { reach: 'thing', key: 'webhooks:write' },
  'Mutation.resumeWebhook': { reach: 'thing', key: 'webhooks:write' },
  'Mutation.deleteWebhook': { reach: 'thing', key: 'webhooks:write' },
  'Mutation.sendTestEvent': { reach: 'thing', key: 'webhooks:write' },
  'Mutation.redeliver': { reach: 'thing', key: 'webhooks:write' },

  'Query.appEntry': { reach: 'thing' },
  'Mutation.endAppSessions': { reach: 'account' },
  'Mutation.createApp': { reach: 'admin', key: 'apps:write' },
  'Mutation.updateApp': { reach: 'thing', key: 'apps:write' },
  'Mutation.rotateAppSecret': { reach: 'thing', key: 'apps:write' },
  'Mutation.deleteApp': { reach: 'thing', key: 'apps:write' },
  'Mutation.endMemberAppSessions': { reach: 'thing' },

  'Query.companySignIn': { reach: 'anybody' },
  'Query.companySignInToJoin': { reach: 'anybody' },
  'Mutation.joinCompanySignIn': { reach: 'anybody' },
  'Mutation.saveSsoConnection': { reach: 'admin' },
  'Mutation.endSsoConnection': { reach: 'admin' },
  'Mutation.keepSsoConnection': { reach: 'admin' },
  'Mutation.setJustInTimeRole': { reach: 'admin' },
  'Mutation.requireSso': { reach: 'admin' },
  'Mutation.makeSsoOptional': { reach: 'admin' },
  'Mutation.setSsoProof': { reach: 'admin' },
  'Mutation.claimSsoDomain': { reach: 'admin' },
  'Mutation.proveSsoDomain': { reach: 'admin' },
  'Mutation.releaseSsoDomain': { reach: 'admin' },
  'Mutation.releaseSsoIdentity': { reach: 'admin' },
  'Mutation.enterWithoutSso': { reach: 'account' },

  'Query.verification': { reach: 'key-only', key: 'verifications:write' },
  'Query.verificationRequest': { reach: 'thing' },
  'Mutation.startVerification': { reach: 'key-only', key: 'verifications:write' },
  'Mutation.answerVerification': { reach: 'thing' },
  'Mutation.answerVerificationByProvider': { reach: 'thing' },
  'Mutation.beginPasskeyVerification': { reach: 'thing' },
  'Mutation.sendVerificationCode': { reach: 'thing' },
  'Mutation.declineVerification': { reach: 'thing' },
  'Mutation.leaveVerification': { reach: 'thing' },
}

/** Types that need access to a network: a root field that leads to one must check it. */
export const guardedTypes = ['Network', 'NetworkSecurity', 'Member']
